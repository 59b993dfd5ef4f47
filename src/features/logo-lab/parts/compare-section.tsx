import { useRef, useState } from 'react'
import { Button } from '../../../ui/button.tsx'
import { MarginNote, Sheet } from '../../../ui/sheet.tsx'
import { Status } from '../../../ui/status.tsx'
import { tallyOf } from '../../../ui/count.ts'
import { readLogo } from '../../../svg/logo.ts'
import type { SvgElement } from '../../../svg/tree.ts'
import type { GivenLogo } from '../given-logo.ts'
import { differencesOf, type Difference } from '../view-model/differences.ts'

export interface CompareSectionProps {
  /** The repaired file, or the one that was dropped: what is meant to be published. */
  own: string
  ownName: string
  /** The other files that were given. */
  others: readonly GivenLogo[]
  onChoose: (files: File[]) => void
}

const WORDS: Record<Difference['kind'], string> = {
  lost: 'Gone',
  added: 'New',
  changed: 'Changed',
}

/** The file that the web server hands out beside the one that was uploaded: what a CMS stripped. */
export function CompareSection({ own, ownName, others, onChoose }: CompareSectionProps) {
  const [key, setKey] = useState('')
  const input = useRef<HTMLInputElement>(null)
  const served = others.find((other) => other.key === key)
  return (
    <Sheet
      title="Compare"
      id="compare"
      margin={
        <MarginNote>
          Content management systems rewrite SVG files. Download the published logo, and drop it
          here too.
        </MarginNote>
      }
    >
      <p>
        Is the published file still the one you made? Choose the file that your web server hands
        out.
      </p>
      <div className="flex flex-wrap items-end gap-4 print:hidden">
        <Button onClick={() => input.current?.click()}>Choose the served file</Button>
        <input
          ref={input}
          type="file"
          hidden
          aria-label="The served file"
          onChange={({ currentTarget }) => {
            onChoose([...(currentTarget.files ?? [])])
            currentTarget.value = ''
          }}
        />
        {others.length > 0 && (
          <label className="block min-w-0 text-side">
            <span className="mb-1 block font-semibold">Compare with</span>
            <select
              value={served?.key ?? ''}
              onChange={({ currentTarget }) => setKey(currentTarget.value)}
              className="min-h-11 max-w-full rounded-corner border border-edge bg-field px-3"
            >
              <option value="">no file yet</option>
              {others.map((other) => (
                <option key={other.key} value={other.key}>
                  {other.name}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      {served !== undefined && <Result own={own} ownName={ownName} served={served} />}
    </Sheet>
  )
}

function Result({ own, ownName, served }: { own: string; ownName: string; served: GivenLogo }) {
  const mine = readLogo(new TextEncoder().encode(own))
  const theirs = served.bytes === null ? null : readLogo(served.bytes)
  if (mine.root === null || theirs === null || theirs.root === null)
    return (
      <p>
        <Status kind="unknown" /> One of the two is no drawing that can be read.
      </p>
    )
  if (mine.text === theirs.text)
    return (
      <p>
        <Status kind="pass">The same</Status> <code>{served.name}</code> is <code>{ownName}</code>,
        character by character.
      </p>
    )
  return <Differences own={mine.root} served={theirs.root} name={served.name} />
}

interface DifferencesProps {
  own: SvgElement
  served: SvgElement
  name: string
}

function Differences({ own, served, name }: DifferencesProps) {
  const differences = differencesOf(own, served)
  if (differences.length === 0)
    return (
      <p>
        <Status kind="pass">The same drawing</Status> <code>{name}</code> has the same elements and
        attributes, written another way.
      </p>
    )
  return (
    <>
      <p>
        <Status kind="warning">{tallyOf(differences.length, 'difference')}</Status> in{' '}
        <code>{name}</code>:
      </p>
      <ul className="border-t border-rule">
        {differences.map(({ kind, what, before, after, count }) => (
          <li
            key={`${kind} ${what}`}
            className="gap-x-4 border-b border-rule py-2 text-side md:grid md:grid-cols-labelled"
          >
            <span className="text-ink-2 italic">
              {WORDS[kind]}
              {count > 1 && `, ${count} times`}
            </span>
            <span className="min-w-0">
              <code className="font-semibold">{what}</code>{' '}
              {before !== null && (
                <code>
                  <del className="text-ink-2">{short(before)}</del>
                </code>
              )}{' '}
              {after !== null && (
                <code>
                  <ins>{short(after)}</ins>
                </code>
              )}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

function short(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}
