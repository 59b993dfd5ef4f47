/** Records to be published, as the tests of output formats take them. */
import type { ZoneRecord } from '../publish/record.ts'

const BASE = { zone: 'example.com', type: 'TXT', ttl: 3600, replaces: [] } as const

/** Nothing is there yet. */
export const NEW: ZoneRecord = {
  ...BASE,
  name: '_mta-sts.example.com',
  value: 'v=STSv1; id=2026083101',
}

/** A policy domain below the zone, whose record changes. */
export const CHANGED: ZoneRecord = {
  ...BASE,
  name: '_mta-sts.mail.example.com',
  value: 'v=STSv1; id=2026083102',
  replaces: ['v=STSv1; id=2026083101'],
}

/** Two records are there, which is none for a sender. */
export const DOUBLED: ZoneRecord = { ...NEW, replaces: ['v=STSv1; id=1', 'v=STSv1; id=2'] }

/** Commas, which some tools take for the end of an item. */
export const TARGETS: ZoneRecord = {
  ...BASE,
  name: '_smtp._tls.example.com',
  value: 'v=TLSRPTv1; rua=mailto:a@example.com,mailto:b@example.com',
  ttl: 300,
}

/** 255 bytes and five more. */
export const LONG: ZoneRecord = {
  ...BASE,
  name: 'default._bimi.example.com',
  value: `v=BIMI1; l=https://example.com/${'x'.repeat(224)}12345`,
}

export const LONG_STRINGS = [LONG.value.slice(0, 255), LONG.value.slice(255)]

export const ALIAS: ZoneRecord = {
  ...BASE,
  type: 'CNAME',
  name: 'mta-sts.example.com',
  value: 'web.example.net',
}

/** A record with any text. */
export function record(value: string): ZoneRecord {
  return { ...NEW, value }
}
