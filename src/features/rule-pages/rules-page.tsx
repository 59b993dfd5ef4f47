import { useDeferredValue } from 'react'
import { SEVERITIES } from '../../checks/finding.ts'
import { statusWord } from '../../ui/status.tsx'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Kicker, MarginNote, Sheet, TitleSheet } from '../../ui/sheet.tsx'
import { allEntries, filterEntries, groupsOf, type Entry, type Filter } from './entry.ts'
import { RuleList } from './rule-list.tsx'
import { PARTS } from './words.ts'

export interface RulesPageProps {
  filter: Filter
  onFilter: (filter: Filter) => void
}

/** The catalogue by protocol, searched by words and severity. The filter lives in the page's address. */
export function RulesPage({ filter, onFilter }: RulesPageProps) {
  const entries = allEntries()
  const shown = filterEntries(entries, useDeferredValue(filter))
  return (
    <>
      <title>Rules – Signet</title>
      <TitleSheet
        title="Every rule, and why it is one"
        margin={
          <>
            <Kicker>Rules</Kicker>
            <MarginNote>
              Titles are what each rule says about its own example, judged as you read.
            </MarginNote>
          </>
        }
      >
        <p className="text-lead">
          {entries.length} things that Signet can find, each with the specification, sender or
          practice behind it.
        </p>
        <Search filter={filter} onFilter={onFilter} />
        <output className="block text-side text-ink-2">
          {countInWords(shown.length, entries.length)}
        </output>
      </TitleSheet>
      {shown.length === 0 ? (
        <NothingFound clear={() => onFilter({ words: '', severity: null })} />
      ) : (
        <Parts entries={shown} />
      )}
    </>
  )
}

function Search({ filter, onFilter }: RulesPageProps) {
  return (
    <search className="block max-w-measure space-y-4 print:hidden">
      <Field
        label="Search the rules"
        type="search"
        value={filter.words}
        onChange={({ currentTarget }) => onFilter({ ...filter, words: currentTarget.value })}
        help={
          <>
            Words, part of an id, or a section such as <code>8461 3.2</code>
          </>
        }
      />
      <fieldset className="flex flex-wrap gap-x-6 gap-y-1 text-side">
        <legend className="float-left mr-6 font-semibold">Severity</legend>
        {[null, ...SEVERITIES].map((severity) => (
          <label key={severity} className="flex min-h-6 items-center gap-2">
            <input
              type="radio"
              name="severity"
              className="size-4 accent-ink"
              checked={filter.severity === severity}
              onChange={() => onFilter({ ...filter, severity })}
            />
            {severity === null ? 'All' : statusWord(severity)}
          </label>
        ))}
      </fieldset>
    </search>
  )
}

function Parts({ entries }: { entries: readonly Entry[] }) {
  return PARTS.map(({ protocol, name, about }) => {
    const own = entries.filter((entry) => entry.protocol === protocol)
    if (own.length === 0) return null
    return (
      <Sheet
        key={protocol}
        id={protocol}
        title={name}
        margin={
          <>
            <MarginNote>{about}</MarginNote>
            <MarginNote>{own.length === 1 ? 'One finding.' : `${own.length} findings.`}</MarginNote>
          </>
        }
      >
        {[...groupsOf(own)].map(([group, members]) => (
          <Group key={group} name={group} entries={members} />
        ))}
      </Sheet>
    )
  })
}

function Group({ name, entries }: { name: string; entries: readonly Entry[] }) {
  return (
    <div id={name}>
      <h3 className="mb-3">
        <code>{name}</code>
      </h3>
      <RuleList entries={entries} />
    </div>
  )
}

function NothingFound({ clear }: { clear: () => void }) {
  return (
    <Sheet title="No rule">
      <p>No rule has all of these words with this severity. Try fewer words, or a part of one.</p>
      <Button look="small" onClick={clear}>
        Show all rules
      </Button>
    </Sheet>
  )
}

function countInWords(shown: number, all: number): string {
  if (shown === all) return `All ${all} are shown.`
  return shown === 1 ? `1 of ${all} is shown.` : `${shown} of ${all} are shown.`
}
