/** A world answers about assertion records: the files that they name, as the proxy describes them. */
import { bimiFacts } from '../../facts/derive/bimi.ts'
import { found, valueOf } from '../../facts/fact.ts'
import { recordName } from '../../protocols/bimi/selector.ts'
import { isOfType } from '../../protocols/dns/record-data.ts'
import type { HttpOutcome } from '../../protocols/http/answer.ts'
import { delayOf, outcomeOf, resolve } from './answer.ts'
import type { HttpEntry, World } from './world.ts'

export interface WantedFile {
  kind: 'indicator' | 'evidence'
  domain: string
  selector: string
}

const TYPES = { indicator: 'image/svg+xml', evidence: 'application/pem-certificate-chain' }

/** As the proxy tells it. The record is looked for at this one name, where the check found it. */
export function answerBimi(world: World, wanted: WantedFile): HttpOutcome {
  const { record, url } = nameIn(world, wanted)
  if (record === null)
    return { failed: { reason: 'no-record', detail: 'no assertion record was found' } }
  if (url === '')
    return { failed: { reason: 'no-location', detail: 'the record names nothing' }, record }
  const entry: HttpEntry = world.files?.[url] ?? {
    failed: { reason: 'nxdomain', detail: `${new URL(url).hostname} does not exist` },
  }
  return { ...outcomeOf(url, entry, TYPES[wanted.kind]), record }
}

/** Milliseconds until the host of the file answers. */
export function bimiDelay(world: World, wanted: WantedFile): number {
  return delayOf(world.files?.[nameIn(world, wanted).url])
}

function nameIn(world: World, { kind, domain, selector }: WantedFile) {
  const name = recordName(selector, domain)
  const texts = (resolve(world, name, 'TXT').response.answers ?? []).flatMap((answer) =>
    isOfType(answer, 'TXT') ? [answer.value] : [],
  )
  const { bimiRecord } = bimiFacts({ bimiTxt: found(texts, { name, via: 'dns' }) })
  const { entries = [], selected = [], usable = null } = valueOf(bimiRecord) ?? {}
  if (usable === null) return { record: null, url: '' }
  const record = { name, text: entries[selected[0] ?? 0]?.text ?? '' }
  return { record, url: kind === 'indicator' ? usable.location : usable.evidence }
}
