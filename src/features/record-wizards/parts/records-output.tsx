import type { ReactNode } from 'react'
import { formatsFor, hostFromNs } from '../../../publish/host-from-ns.ts'
import { RECORD_FORMATS } from '../../../publish/record-formats.ts'
import type { RecordFormat, ZoneRecord } from '../../../publish/record.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { Prose } from '../../../ui/prose.tsx'
import { RawText } from '../../../ui/raw-text.tsx'
import { saveFile } from '../../../ui/save-file.ts'
import { Tabs } from '../../../ui/tabs.tsx'
import type { ZoneSeen } from '../queries/zone.ts'
import { fillIn } from '../view-model/fill-in.ts'
import { FillInFields } from './fill-in-fields.tsx'
import type { Outputs } from './outputs.ts'
import { PanelCards } from './panel-cards.tsx'

export interface RecordsOutputProps {
  records: readonly ZoneRecord[]
  zone: ZoneSeen | undefined
  outputs: Outputs
  /** Words in the records themselves that the visitor must replace; they are asked for elsewhere. */
  open?: readonly string[]
  /** The page's one main action is to copy this. */
  main?: boolean
  /** The line that says that it was read back. */
  children?: ReactNode
}

/** Records in the form that the visitor's DNS wants; the form of the host that serves the zone stands first. */
export function RecordsOutput(props: RecordsOutputProps) {
  const { records, zone, outputs, open = [], main = false, children } = props
  const host = zone === undefined ? null : hostFromNs(zone.nameServers, zone.zone)
  const ids = formatsFor(
    host,
    RECORD_FORMATS.map(({ id }) => id),
  )
  const formats = ids.flatMap((id) => RECORD_FORMATS.find((format) => format.id === id) ?? [])
  const format = formats.find(({ id }) => id === outputs.format) ?? formats[0]
  if (format === undefined) return null
  return (
    <>
      {host !== null && host.name !== null && (
        <p className="text-side text-ink-2">
          The name servers are those of {host.name}, so its form stands first.
        </p>
      )}
      <Tabs
        label="How you edit DNS"
        tabs={formats}
        open={format.id}
        onOpen={(id) => outputs.choose({ format: id })}
      >
        <InFormat format={format} records={records} open={open} outputs={outputs} main={main} />
        {children}
      </Tabs>
    </>
  )
}

interface InFormatProps {
  format: RecordFormat
  records: readonly ZoneRecord[]
  open: readonly string[]
  outputs: Outputs
  main: boolean
}

function InFormat({ format, records, open, outputs, main }: InFormatProps) {
  const { text, fileName, replaceHere, notes } = format.write(records)
  const words = [...new Set([...replaceHere, ...open])]
  const filled = fillIn(text, words, outputs.filled)
  return (
    <>
      {format.id === 'panel' ? (
        <PanelCards
          main={main}
          records={records.map((record) => ({
            ...record,
            value: fillIn(record.value, open, outputs.filled).text,
          }))}
        />
      ) : (
        <RawText
          name={fileName === null ? format.title : <code>{fileName}</code>}
          text={filled.text}
          marks={filled.marks}
          copy={records.length === 1 ? 'record' : 'records'}
          main={main}
        />
      )}
      <FillInFields words={replaceHere} filled={outputs.filled} onFill={outputs.fill} />
      {fileName !== null && (
        <Actions>
          <Button look="small" onClick={() => saveFile(fileName, 'text/plain', filled.text)}>
            Save {fileName}
          </Button>
        </Actions>
      )}
      <Notes notes={notes.map((note) => fillIn(note, words, outputs.filled).text)} />
    </>
  )
}

/** What the tool or the page is known to get wrong. */
export function Notes({ notes }: { notes: readonly string[] }) {
  if (notes.length === 0) return null
  return (
    <ul className="space-y-1 text-side text-ink-2 [&_code]:inline">
      {notes.map((note) => (
        <li key={note}>
          <Prose text={note} />
        </li>
      ))}
    </ul>
  )
}
