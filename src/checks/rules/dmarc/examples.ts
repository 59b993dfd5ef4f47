import { nothing, txtFact } from '../../../facts/build.ts'
import { found } from '../../../facts/fact.ts'
import type { NamedTxt } from '../../../facts/txt.ts'
import { DOMAIN, seen } from '../../example.ts'
import type { Example } from '../../rule.ts'

const NAME = `_dmarc.${DOMAIN}`

/** Records at `_dmarc.example.com`; nothing above. */
export function dmarcRecords(...records: string[]): Example {
  const show = records.map((record) => `${NAME} TXT "${record}"`).join('\n')
  return seen(
    show === '' ? `${NAME} has no TXT record` : show,
    dmarcFactsOf(DOMAIN, { [DOMAIN]: records }),
  )
}

/** A whole walk: what stands at `_dmarc.<name>`, by name; the rest of the way up has nothing. */
export function dmarcWalk(domain: string, records: Record<string, string>): Example {
  const show = Object.entries(records).map(([name, record]) => `_dmarc.${name} TXT "${record}"`)
  const lists = Object.fromEntries(
    Object.entries(records).map(([name, record]) => [name, [record]]),
  )
  return seen([`mail from ${domain}`, ...show].join('\n'), dmarcFactsOf(domain, lists))
}

function dmarcFactsOf(domain: string, records: Record<string, string[]>): Example['facts'] {
  const above = namesAbove(domain).map((name): NamedTxt => ({
    name: `_dmarc.${name}`,
    txt: txtAt(`_dmarc.${name}`, records[name]),
  }))
  return {
    dmarcTxt: txtAt(`_dmarc.${domain}`, records[domain]),
    dmarcAbove: found(above, { name: domain, via: 'dns' }),
  }
}

function txtAt(name: string, records: string[] = []) {
  return records.length > 0 ? txtFact(name, records) : nothing(name, 'TXT')
}

function namesAbove(domain: string): string[] {
  const labels = domain.split('.')
  return labels.slice(1).map((_, index) => labels.slice(index + 1).join('.'))
}
