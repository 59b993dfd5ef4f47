/** What `signet make` can print: the policy, names and values, or any format of records that the wizards have. */
import type { Made } from '../publish/make/made.ts'
import { RECORD_FORMATS } from '../publish/record-formats.ts'
import { WrongCommand } from './wrong-command.ts'

type Makes = 'mta-sts' | 'tls-rpt' | 'bimi'

/** What is printed, and what its reader should know. */
export interface Written {
  text: string
  /** Words that the reader must replace, exactly as they stand in the text. */
  replaceHere: readonly string[]
  notes: readonly string[]
}

export interface MakeFormat {
  id: string
  title: string
  for: readonly Makes[]
  write: (made: Made) => Written
}

const ALL: readonly Makes[] = ['mta-sts', 'tls-rpt', 'bimi']

const FORMATS: readonly MakeFormat[] = [
  { id: 'txt', title: 'Name and value, with a tab between', for: ALL, write: namesAndValues },
  { id: 'policy', title: 'The policy file', for: ['mta-sts'], write: policyFile },
  ...RECORD_FORMATS.map(({ id, title, write }) => ({
    ...{ id, title, for: ALL },
    write: ({ records }: Made) => write(records),
  })),
]

/** @throws {WrongCommand} */
export function readFormat(id: string, protocol: Makes): MakeFormat {
  const format = FORMATS.find((known) => known.id === id)
  if (format === undefined)
    throw new WrongCommand(`\`${id}\` is not a format; --format list names them`)
  if (!format.for.includes(protocol))
    throw new WrongCommand(`\`${id}\` is a format of ${format.for.join(', ')} only`)
  return format
}

/** Names and titles, a line each. */
export function formatList(protocol: Makes): string {
  const formats = FORMATS.filter((format) => format.for.includes(protocol))
  const width = Math.max(...formats.map(({ id }) => id.length))
  return formats.map(({ id, title }) => `${id.padEnd(width)}  ${title}\n`).join('')
}

function namesAndValues({ records }: Made): Written {
  const text = records.map(({ name, value }) => `${name}\t${value}\n`).join('')
  return { text, replaceHere: [], notes: replacements(records) }
}

/** Other formats say by themselves what goes. */
function replacements(records: Made['records']): string[] {
  return records.flatMap(({ name, replaces }) =>
    replaces.length === 0
      ? []
      : [
          `Replace the TXT record at \`${name}\`, now ${replaces.map((old) => `\`${old}\``).join(' and ')}. Do not add it beside the old one.`,
        ],
  )
}

function policyFile({ policy }: Made): Written {
  return { text: policy ?? '', replaceHere: [], notes: [] }
}
