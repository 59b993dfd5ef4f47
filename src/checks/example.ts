/**
 * Examples of rules: a short text for the rule's page, and the facts that it stands for. The domain is always
 * `example.com`, its ordinary state that of `facts/build.ts`.
 */
import { mxFact, nothing, policyFileFact, policyUrl, txtFact } from '../facts/build.ts'
import { found } from '../facts/fact.ts'
import type { RawFactSet } from '../facts/fact-set.ts'
import type { HttpAnswer } from '../protocols/http/answer.ts'
import type { Example } from './rule.ts'

export const DOMAIN = 'example.com'

/** MTA-STS records at the right name. */
export function stsRecords(...records: (string | string[])[]): Example {
  const name = `_mta-sts.${DOMAIN}`
  return { show: shown(name, records), facts: { mtaStsTxt: txtFact(name, records) } }
}

export function noStsRecord(): Example {
  const name = `_mta-sts.${DOMAIN}`
  return { show: `${name} has no TXT record`, facts: { mtaStsTxt: nothing(name, 'TXT') } }
}

/** TLS-RPT records at the right name. */
export function rptRecords(...records: (string | string[])[]): Example {
  const name = `_smtp._tls.${DOMAIN}`
  return { show: shown(name, records), facts: { tlsRptTxt: txtFact(name, records) } }
}

/** The policy file, served with status 200 unless told otherwise. */
export function policyFile(body: string | Uint8Array, details: Partial<HttpAnswer> = {}): Example {
  const text = typeof body === 'string' ? body : '(bytes)'
  return { show: text, facts: { mtaStsPolicyFile: policyFileFact(DOMAIN, body, details) } }
}

export function noPolicyFile(): Example {
  return {
    show: `${policyUrl(DOMAIN)} answers 404`,
    facts: {
      mtaStsPolicyFile: {
        state: 'absent',
        how: '404',
        source: { name: policyUrl(DOMAIN), via: 'proxy' },
      },
    },
  }
}

/** A complete, ordinary policy file with some lines replaced. */
export function policyText(lines: { mode?: string; mx?: string[]; maxAge?: string } = {}): string {
  const {
    mode = 'enforce',
    mx = ['mail1.example.com', 'mail2.example.com'],
    maxAge = '2592000',
  } = lines
  return [
    'version: STSv1',
    `mode: ${mode}`,
    ...mx.map((host) => `mx: ${host}`),
    `max_age: ${maxAge}`,
    '',
  ].join('\r\n')
}

export function mx(...records: string[]): Example {
  return {
    show: records.map((record) => `${DOMAIN} MX ${record}`).join('\n'),
    facts: { mx: mxFact(DOMAIN, records) },
  }
}

/** Any facts, with the words that describe them. */
export function seen(show: string, facts: RawFactSet): Example {
  return { show, facts }
}

/** The present, for rules that compare with it. */
export function at(iso: string): Example {
  return {
    show: `today is ${iso.slice(0, 10)}`,
    facts: { now: found(Date.parse(iso), { name: 'clock', via: 'derived' }) },
  }
}

/** Several examples as one; later facts win. */
export function all(...examples: Example[]): Example {
  return {
    show: examples.map(({ show }) => show).join('\n'),
    facts: Object.assign({}, ...examples.map(({ facts }) => facts)) as RawFactSet,
  }
}

function shown(name: string, records: (string | string[])[]): string {
  return records
    .map(
      (record) =>
        `${name} TXT ${[record]
          .flat()
          .map((string) => JSON.stringify(string))
          .join(' ')}`,
    )
    .join('\n')
}
