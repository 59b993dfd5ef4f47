import { dnsSource, nothing, txtFact } from '../../../facts/build.ts'
import { found } from '../../../facts/fact.ts'
import { DOMAIN, seen } from '../../example.ts'
import type { Example } from '../../rule.ts'

export const LOGO = 'https://example.com/bimi/logo.svg'
export const MARK = 'https://example.com/bimi/mark.pem'
export const RECORD = `v=BIMI1; l=${LOGO}; a=${MARK}`
export const NAME = `default._bimi.${DOMAIN}`

/** Assertion records at the default selector of example.com. */
export function bimiRecords(...records: (string | string[])[]): Example {
  const lines = records.map(
    (record) =>
      `${NAME} TXT ${[record]
        .flat()
        .map((text) => JSON.stringify(text))
        .join(' ')}`,
  )
  return seen(lines.length > 0 ? lines.join('\n') : `${NAME} has no TXT record`, {
    bimiTxt: records.length > 0 ? txtFact(NAME, records) : nothing(NAME, 'TXT'),
  })
}

/** A selector that somebody named. */
export function asked(selector: string, localPart: string | null = null): Example {
  return seen(`selector ${selector}`, {
    bimiQuestion: found(
      { selector, custom: selector !== 'default', localPart },
      dnsSource(`${selector}._bimi.${DOMAIN}`, 'TXT'),
    ),
  })
}
