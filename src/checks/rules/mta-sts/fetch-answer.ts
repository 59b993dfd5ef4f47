import { bodyText } from '../../../facts/body-text.ts'
import type { HttpAnswer } from '../../../protocols/http/answer.ts'
import { isChallenge } from '../../../protocols/http/challenge.ts'
import { isWebPage } from '../../../protocols/mta-sts/policy-text.ts'
import { policyFile, policyText } from '../../example.ts'
import { defineRule } from '../../rule.ts'

const PATH = '/.well-known/mta-sts.txt'

/** The file was taken from somewhere else: possible with an answer that was pasted or typed. */
function otherPath({ url }: HttpAnswer): string | null {
  if (!URL.canParse(url)) return null
  const { protocol, pathname, search } = new URL(url)
  const path = pathname + search
  return protocol === 'https:' && path !== PATH ? path : null
}

function statusAdvice(status: number): string {
  if (status === 404 || status === 410)
    return `Put the file at exactly \`${PATH}\`, in lower case, and let the server show folders that begin with a dot.`
  if (status === 401 || status === 403 || status === 429)
    return 'Let everybody fetch this path: no login, no firewall, no limit.'
  if (status >= 500) return 'Look into the error log of the web server and repair what it says.'
  return 'Serve the file itself, with status 200.'
}

function statusTitle(status: number): string {
  if (status === 404)
    return 'The policy host answers with status 404: there is no file at this path'
  if (status === 403) return 'The policy host answers with status 403: it refuses to show the file'
  return `The policy host answers with status ${status} instead of 200`
}

const PAGE = '<!doctype html>\n<html><head><title>Welcome</title></head></html>\n'

interface Redirect {
  status: number
  location: string
}

/** One finding at most: the most specific thing that is wrong with the answer. */
export const fetchAnswer = defineRule({
  id: 'sts.fetch.answer',
  title: 'The answer of the policy host',
  needs: ['policyAnswer'],
  spec: [{ document: 'RFC 8461', section: '3.3' }],
  why: 'Only an answer with status 200 that holds the file itself is a policy. With anything else senders see none.',
  messages: {
    'sts.fetch.redirect': {
      severity: 'error',
      title: ({ status, location }: Redirect) =>
        location === ''
          ? `The policy host answers with a redirect (status ${status})`
          : `The policy host redirects to \`${location}\``,
      advice: () => `Exclude \`${PATH}\` from the redirect, and serve the file there.`,
      why:
        'Senders must not follow redirects. A rule that sends the whole site to another name, or a copied example of a ' +
        'server configuration, is the usual cause.',
    },
    'sts.fetch.bot-block': {
      severity: 'error',
      title: () => 'The policy host shows a check against robots instead of the file',
      advice: () => 'Switch challenges, logins and blocks by country or program off for this path.',
      why: 'Senders are robots. They solve no challenge, so they see no policy.',
    },
    'sts.fetch.path': {
      severity: 'error',
      title: ({ path }: { path: string }) => `The file was taken from the path \`${path}\``,
      advice: () => `Put the file at exactly \`${PATH}\`, in lower case.`,
      why: 'The path is fixed and case-sensitive. Senders ask for no other.',
    },
    'sts.fetch.status': {
      severity: 'error',
      title: ({ status }: { status: number }) => statusTitle(status),
      advice: ({ status }: { status: number }) => statusAdvice(status),
    },
    'sts.fetch.html-body': {
      severity: 'error',
      title: () => 'The policy host sends a web page instead of the file',
      advice: () => `Serve the plain text file itself at \`${PATH}\`.`,
      why: 'Some servers answer every path with the start page. To a sender that page is a broken policy.',
    },
  },
  examples: {
    'sts.fetch.redirect': {
      ...policyFile('', { status: 301, location: `https://www.example.com${PATH}` }),
      show: `HTTP/1.1 301 Moved Permanently\nLocation: https://www.example.com${PATH}`,
    },
    'sts.fetch.bot-block': policyFile('<!doctype html><title>Just a moment...</title>', {
      status: 403,
    }),
    'sts.fetch.path': {
      ...policyFile(policyText(), { url: 'https://mta-sts.example.com/mta-sts.txt' }),
      show: 'https://mta-sts.example.com/mta-sts.txt',
    },
    'sts.fetch.status': { ...policyFile('', { status: 404 }), show: 'HTTP/1.1 404 Not Found' },
    'sts.fetch.html-body': policyFile(PAGE, { mediaType: 'text/html' }),
  },
  quiet: policyFile(policyText()),
  check({ policyAnswer: answer, source }, find) {
    const at = { about: source('policyAnswer').name }
    const { status, location = '' } = answer
    if (status >= 300 && status <= 399)
      return [find('sts.fetch.redirect', { status, location }, at)]
    const text = bodyText(answer)
    const isPage = isWebPage(text)
    if ((isPage || status !== 200) && isChallenge(text))
      return [find('sts.fetch.bot-block', {}, at)]
    const path = otherPath(answer)
    if (path !== null) return [find('sts.fetch.path', { path }, at)]
    if (status !== 200) return [find('sts.fetch.status', { status }, at)]
    if (!isPage) return []
    const end = text.search(/[\r\n]|$/)
    const spot = { fact: 'mtaStsPolicyFile', index: 0, start: 0, end } as const
    return [find('sts.fetch.html-body', {}, { ...at, spot })]
  },
})
