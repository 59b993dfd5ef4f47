import { failed } from '../../../facts/fact.ts'
import { seen } from '../../example.ts'
import { defineRule } from '../../rule.ts'
import { LOGO } from './examples.ts'
import { logoAnswer } from './host-examples.ts'

/** About the browser, not about the domain: providers know no such restriction. */
export const bimiHostCors = defineRule({
  id: 'bimi.host.browser',
  title: 'Whether this page may read the logo and the certificate',
  needs: [],
  reads: ['indicator', 'evidence'],
  spec: [],
  demand: 'practice',
  why:
    'Browsers let a page read files of other sites only if those allow it. That says nothing about mailbox providers, ' +
    'which know no such rule.',
  messages: {
    'bimi.host.cors': {
      severity: 'notice',
      title: ({ what }: { what: string }) => `Your browser may not show the ${what} to this page`,
      advice: () =>
        'Nothing to do for providers. To let pages like this one read it, send the header `Access-Control-Allow-Origin: *`.',
    },
  },
  examples: {
    'bimi.host.cors': seen('fetch: TypeError, without a proxy', {
      indicator: failed('cors', 'the browser withheld the answer', { name: LOGO, via: 'page' }),
    }),
  },
  quiet: logoAnswer(`${LOGO} answers 200`),
  check({ indicator, evidence }, find) {
    const files = [
      { what: 'logo', fact: indicator },
      { what: 'certificate', fact: evidence },
    ]
    return files.flatMap(({ what, fact }) =>
      fact?.state === 'failed' && fact.reason === 'cors'
        ? [find('bimi.host.cors', { what }, { about: fact.source.name })]
        : [],
    )
  },
})
