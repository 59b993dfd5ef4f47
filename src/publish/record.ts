/**
 * A DNS record to be published, and what every output format makes of such records. All records that Signet makes
 * stand alone at their name: a second one of the same kind beside them switches the feature off (RFC 8461 section 3.1,
 * RFC 8460 section 3). So a format replaces what is there, and never adds to it.
 */

export interface ZoneRecord {
  /** The zone that the record is written into, in A-labels, without a final dot. It may lie above the policy domain. */
  zone: string
  /** The whole name, in A-labels, without a final dot: `_mta-sts.mail.example.com` in the zone `example.com`. */
  name: string
  type: 'TXT' | 'CNAME'
  /** A TXT record's text as one string, unescaped and unsplit; a CNAME record's target without a final dot. */
  value: string
  /** Seconds. */
  ttl: number
  /** The values of the same name and type that are there now; none when the record is new. */
  replaces: readonly string[]
}

export interface Output {
  text: string
  /** The name to save it under; null for commands and cards, which are copied. */
  fileName: string | null
  /** What the text is written in: `dns`, `json`, `yaml`, `hcl`, `javascript`, `sh`, `powershell`, `text`. */
  language: string
  /** Words that the visitor must replace, exactly as they stand in the text or the notes. */
  replaceHere: string[]
  /** Whole sentences, backticks around what machines read. */
  notes: string[]
}

export interface RecordFormat {
  /** Stable: what `signet make --format` takes. */
  id: string
  title: string
  /** The records are of one zone, one to a name and type. */
  write: (records: readonly ZoneRecord[]) => Output
}

/** With the final dot that says that nothing is to be appended: `_mta-sts.example.com.`. */
export function absolute(name: string): string {
  return name.endsWith('.') ? name : `${name}.`
}

/** As the zone's own files write it: `_mta-sts`, and `@` for the zone itself. */
export function relativeName({ name, zone }: ZoneRecord): string {
  if (name === zone) return '@'
  return name.endsWith(`.${zone}`) ? name.slice(0, -zone.length - 1) : absolute(name)
}

/** The records of which others are there now, which must go. */
export function replacing(records: readonly ZoneRecord[]): ZoneRecord[] {
  return records.filter(({ replaces }) => replaces.length > 0)
}

/** One record for each value that is there now: what is to go, in the form of what comes. */
export function former(record: ZoneRecord): ZoneRecord[] {
  return record.replaces.map((value) => ({ ...record, value, replaces: [] }))
}

/** `a`, `b` and `c`, as code. */
export function namesOf(records: readonly ZoneRecord[]): string {
  const names = [...new Set(records.map(({ name }) => `\`${name}\``))]
  return names.length < 2
    ? names.join('')
    : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`
}
