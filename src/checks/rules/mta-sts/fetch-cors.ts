import { policyUrl } from '../../../facts/build.ts'
import { failed } from '../../../facts/fact.ts'
import { DOMAIN, policyFile, policyText, seen } from '../../example.ts'
import { defineRule } from '../../rule.ts'

/** About the browser, not about the domain: mail servers know no such restriction. */
export const fetchCors = defineRule({
  id: 'sts.fetch.browser',
  title: 'Whether this page may read the policy file',
  needs: [],
  reads: ['mtaStsPolicyFile'],
  spec: [],
  demand: 'practice',
  why:
    'Browsers let a page read files of other sites only if those allow it. That says nothing about mail servers, which ' +
    'know no such rule.',
  messages: {
    'sts.fetch.cors': {
      severity: 'notice',
      title: () => 'Your browser may not show the policy file to this page',
      advice: () =>
        'Paste the file, or the output of the `curl` command. To let pages like this one read it, send the header `Access-Control-Allow-Origin: *`.',
    },
  },
  examples: {
    'sts.fetch.cors': seen('fetch: TypeError, without a proxy', {
      mtaStsPolicyFile: failed('cors', 'the browser withheld the answer', {
        name: policyUrl(DOMAIN),
        via: 'page',
      }),
    }),
  },
  quiet: policyFile(policyText()),
  check({ mtaStsPolicyFile: file }, find) {
    if (file?.state !== 'failed' || file.reason !== 'cors') return []
    return [find('sts.fetch.cors', {}, { about: file.source.name })]
  },
})
