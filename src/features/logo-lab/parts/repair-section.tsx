import { MarginNote, Sheet } from '../../../ui/sheet.tsx'
import { capitalised, inWords } from '../../../ui/count.ts'
import { Prose } from '../../../ui/prose.tsx'
import { Switch } from '../../../ui/switch.tsx'
import type { RepairOptions } from '../../../svg/fixes/fix.ts'
import type { RepairAnswer } from '../../../workers/jobs.ts'
import { LOSS_WORDS, repairRows, switched, type RepairRow } from '../view-model/repair-rows.ts'
import { AskedField } from './asked-field.tsx'
import { ChangeLines } from './change-lines.tsx'
import { ObstacleList } from './obstacle-list.tsx'

export interface RepairSectionProps {
  answer: RepairAnswer
  isWorking: boolean
  options: RepairOptions
  onOptions: (options: RepairOptions) => void
  /** Shows a place in the source. */
  onPlace: (start: number, end: number) => void
}

/** Every repair in words, each with a switch; and what cannot be kept, with what a designer should do. */
export function RepairSection(props: RepairSectionProps) {
  const { answer, isWorking, options, onOptions, onPlace } = props
  const rows = repairRows(answer, options)
  return (
    <Sheet
      title="Repair"
      id="repair"
      margin={
        <>
          <MarginNote>{countWords(rows)}</MarginNote>
          <MarginNote>Switching a repair off undoes it.</MarginNote>
        </>
      }
    >
      <div className="border-t border-ink sm:border-t-0" aria-busy={isWorking}>
        <ul>
          {rows.map((row) => (
            <li key={row.id}>
              <Switch
                label={<Prose text={row.title} />}
                checked={row.isOn}
                disabled={row.isLeftOut}
                kind={row.isLeftOut ? 'Left out' : LOSS_WORDS[row.loss]}
                onChange={(isOn) => onOptions(switched(options, row.id, isOn))}
              >
                <RowInside row={row} options={options} onOptions={onOptions} />
              </Switch>
            </li>
          ))}
        </ul>
      </div>
      <ObstacleList
        obstacles={answer.obstacles}
        consent={options.consent}
        onConsent={(consent) => onOptions({ ...options, consent })}
        onPlace={onPlace}
      />
    </Sheet>
  )
}

function RowInside({
  row,
  options,
  onOptions,
}: Pick<RepairSectionProps, 'options' | 'onOptions'> & { row: RepairRow }) {
  return (
    <>
      {row.isLeftOut && <p>It would have changed the look, so it was not done: see below.</p>}
      {row.asks !== null && row.isOn && (
        <AskedField asked={row.asks} options={options} onOptions={onOptions} />
      )}
      {row.isOn && <ChangeLines changes={row.changes} />}
    </>
  )
}

function countWords(rows: readonly RepairRow[]): string {
  const done = rows.filter(({ isOn, changes }) => isOn && changes.length > 0)
  const keep = done.filter(({ loss }) => loss === 'lossless' || loss === 'measured').length
  const look = done.filter(({ loss }) => loss === 'margin' || loss === 'look').length
  const parts = [
    `${capitalised(inWords(keep))} ${keep === 1 ? 'loses' : 'lose'} nothing.`,
    look === 0
      ? ''
      : `${capitalised(inWords(look))} ${look === 1 ? 'changes' : 'change'} what people see and can be switched off.`,
  ]
  return done.length === 0 ? 'No repair found anything to do.' : parts.join(' ').trim()
}
