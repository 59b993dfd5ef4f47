/** The presentation form of records in a world, to records. */
import type { DnsRecord, RecordValues, ValueType } from '../../protocols/dns/record-data.ts'
import type { DnsRecords } from './world.ts'

/** @throws when a record is not written as `DnsRecords` says: that is a mistake in the world */
export function toRecords(
  records: DnsRecords,
  name: string,
  type: ValueType,
  ttl: number,
): DnsRecord[] {
  return records.map((record) => ({ name, ttl, type, value: READERS[type](record) }))
}

type Written = DnsRecords[number]

const READERS: { [T in ValueType]: (record: Written) => RecordValues[T] } = {
  A: plain,
  AAAA: plain,
  CNAME: plain,
  NS: plain,
  TXT(record) {
    const strings = typeof record === 'string' ? [record] : [...record]
    return { text: strings.join(''), strings, encoding: 'utf-8' }
  },
  MX(record) {
    const [preference, exchange = ''] = words(record, 2)
    return { preference: number(preference), exchange: exchange === '.' ? '' : exchange }
  },
  SOA(record) {
    const [primary = '', mailbox = '', serial, minimum] = words(record, 4)
    return { primary, mailbox, serial: number(serial), minimum: number(minimum) }
  },
  DS(record) {
    const [keyTag, algorithm, digestType, digest = ''] = words(record, 4)
    return {
      keyTag: number(keyTag),
      algorithm: number(algorithm),
      digestType: number(digestType),
      digest: digest.toLowerCase(),
    }
  },
  TLSA(record) {
    const [usage, selector, matchingType, data = ''] = words(record, 4)
    return {
      usage: number(usage),
      selector: number(selector),
      matchingType: number(matchingType),
      data: data.toLowerCase(),
    }
  },
  CAA(record) {
    const match = /^(\d+) (\w+) "([^"]*)"$/.exec(plain(record))
    if (match === null)
      throw new Error(`CAA is written \`0 issue "ca.example"\`, not ${plain(record)}`)
    return { flags: number(match[1]), tag: match[2] ?? '', value: match[3] ?? '' }
  },
}

function plain(record: Written): string {
  if (typeof record !== 'string') throw new Error('only TXT records have strings')
  return record
}

function words(record: Written, count: number): string[] {
  const parts = plain(record).split(' ')
  if (parts.length !== count) throw new Error(`${count} words were expected: ${plain(record)}`)
  return parts
}

function number(text: string | undefined): number {
  const value = Number(text)
  if (!Number.isInteger(value)) throw new Error(`a number was expected: ${text}`)
  return value
}
