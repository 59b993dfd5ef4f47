import type { ReactNode } from 'react'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { Prose } from '../../ui/prose.tsx'
import { RawText } from '../../ui/raw-text.tsx'
import { Kicker, MarginNote, Sheet, TitleSheet } from '../../ui/sheet.tsx'
import { LEAVES, LIMITS, RESOLVERS, TERMINAL, WORKS, type Leaving } from './texts.ts'

export function AboutPage() {
  return (
    <>
      <title>About – Signet</title>
      <TitleSheet
        title="What Signet does, and what it knows of you"
        margin={<Kicker>About</Kicker>}
      >
        <p className="text-lead">
          <Prose text="Signet looks at a domain as mail servers see it. It checks MTA-STS, TLS-RPT and BIMI, shows what it saw, and says what to do first." />
        </p>
        <p>
          <Prose text="It runs in this browser. Nobody has an account, nothing is counted, and no script comes from another site." />
        </p>
      </TitleSheet>
      <Sheet
        id="leaves"
        title="What leaves the browser"
        margin={<MarginNote>Nothing but this.</MarginNote>}
      >
        <DataTable<Leaving>
          columns={COLUMNS}
          rows={LEAVES}
          rowKey={({ what }) => what}
          renderCell={(row, column) => <Prose text={row[column.key as keyof Leaving]} />}
          caption="What leaves the browser, where it goes and when"
        />
        <p>
          <Prose text="Files that you drop or paste are read here and are not sent anywhere. Sample domains, whose names end in `.example`, are answered from inside the app." />
        </p>
        <p>
          <Prose text="This browser keeps the domains you checked and what the last check of each saw, your choice of resolver and of colours. One button on the start page forgets the domains." />
        </p>
      </Sheet>
      <Sheet id="resolvers" title="Resolvers">
        <Paragraphs texts={RESOLVERS} />
      </Sheet>
      <Sheet id="limits" title="What it cannot see">
        <ul className="list-disc space-y-3 pl-5">
          {LIMITS.map((text) => (
            <li key={text} className="max-w-measure">
              <Prose text={text} />
            </li>
          ))}
        </ul>
      </Sheet>
      <Sheet id="terminal" title="In a terminal" margin={<MarginNote>The same rules.</MarginNote>}>
        <Paragraphs texts={TERMINAL} />
        <RawText
          name="Shell, in a copy of Signet’s source code"
          text="npm run --silent signet -- check zimbra.example"
          copy="command"
        />
      </Sheet>
      <Licence />
    </>
  )
}

const COLUMNS: readonly [Column, ...Column[]] = [
  { key: 'what', head: 'What' },
  { key: 'where', head: 'To whom' },
  { key: 'when', head: 'When' },
]

function Paragraphs({ texts }: { texts: readonly string[] }): ReactNode {
  return texts.map((text) => (
    <p key={text}>
      <Prose text={text} />
    </p>
  ))
}

function Licence() {
  return (
    <Sheet id="licence" title="Licence">
      <p>
        Signet is free software under the MIT licence: use it, change it, host it yourself. It
        stands on the work of others, whose licences are:
      </p>
      <DataTable
        columns={[
          { key: 'name', head: 'Work' },
          { key: 'use', head: 'For' },
          { key: 'licence', head: 'Licence' },
        ]}
        rows={WORKS}
        rowKey={({ name }) => name}
        renderCell={(work, { key }) => {
          if (key === 'name') return work.name
          if (key === 'use') return work.use
          return work.text === undefined ? work.licence : <a href={work.text}>{work.licence}</a>
        }}
        caption="Works that Signet is made with"
      />
    </Sheet>
  )
}
