import type { Source } from '../../../facts/fact.ts'
import { tallyOf } from '../../../ui/count.ts'
import { clock } from '../../../ui/moment.ts'

/** "From `cloudflare-dns.com`, 10:42:07 UTC, TTL 3600." */
export function sourceWords(source: Source): string {
  const parts = [whereFrom(source)]
  if (source.time !== undefined && source.via !== 'sample') parts.push(clock(source.time))
  if (source.dns !== undefined && source.dns.ttl !== null) parts.push(`TTL\u00a0${source.dns.ttl}`)
  if (source.dns?.authenticated === true) parts.push('signed and validated')
  return `${parts.join(', ')}.${aliasWords(source)}`
}

function whereFrom({ via, dns }: Source): string {
  switch (via) {
    case 'dns':
      return `From \`${dns?.resolver ?? 'the resolver'}\``
    case 'proxy':
      return 'Through this site’s proxy'
    case 'page':
      return 'Fetched by this page itself'
    case 'pasted':
      return 'Pasted by you'
    case 'file':
      return 'From your file'
    case 'typed':
      return 'Typed by you'
    case 'sample':
      return 'From the built-in samples'
    case 'derived':
      return 'Worked out from the answers'
  }
}

function aliasWords({ dns }: Source): string {
  const chain = dns?.chain ?? []
  if (chain.length === 0) return ''
  const steps = chain.map(
    ({ name, target, ttl }) => `\`${name}\` leads to \`${target}\` (TTL\u00a0${ttl})`,
  )
  return ` ${tallyOf(chain.length, 'alias', 'aliases')} followed: ${steps.join(', ')}.`
}
