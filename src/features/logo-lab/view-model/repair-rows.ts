import type { RepairAnswer } from '../../../workers/jobs.ts'
import type { Change, Loss, RepairOptions } from '../../../svg/fixes/fix.ts'
import { lossIn } from './on-purpose.ts'

export type Asked = 'title' | 'description' | 'background' | 'padding'

export interface RepairRow {
  id: string
  title: string
  loss: Loss
  /** What a switch says. */
  isOn: boolean
  /** It was tried, would have changed the look, and was left out. */
  isLeftOut: boolean
  changes: Change[]
  /** Repairs that the visitor tells something. */
  asks: Asked | null
}

const ASKS: Readonly<Record<string, Asked>> = {
  'title-words': 'title',
  description: 'description',
  square: 'padding',
  background: 'background',
}

/** Repairs that found something, those that would if they were not switched off, and those that ask. */
export function repairRows(answer: RepairAnswer, { off }: RepairOptions): RepairRow[] {
  return answer.fixes.flatMap(({ id, title, loss, finds }) => {
    const step = answer.steps.find((one) => one.id === id)
    const asks = ASKS[id] ?? null
    const isLeftOut = answer.switchedOff.includes(id)
    if (step === undefined && !finds && !isLeftOut && asks === null) return []
    const changes = step?.changes ?? []
    const seen = lossIn(loss, changes)
    return [{ id, title, loss: seen, isOn: !off.has(id) && !isLeftOut, isLeftOut, changes, asks }]
  })
}

export const LOSS_WORDS: Record<Loss, string> = {
  lossless: 'Lossless',
  measured: 'Measured',
  margin: 'Adds margin',
  look: 'Changes the look',
  words: 'Your words',
}

/** Those that nobody needs, and those that wait for words or a colour. */
export const BY_DEFAULT_OFF: readonly string[] = ['arcs', 'description', 'background']

/** The options after a switch: a background begins with a colour to see. */
export function switched(options: RepairOptions, id: string, isOn: boolean): RepairOptions {
  const off = new Set(options.off)
  if (isOn) off.delete(id)
  else off.add(id)
  if (id !== 'background') return { ...options, off }
  return { ...options, off, background: isOn ? (options.background ?? '#ffffff') : null }
}
