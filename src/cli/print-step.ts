import type { NextStep, StepItem } from '../checks/next-step/step.ts'
import { harmless, words, wrapped, type Paint } from './terminal-text.ts'

const WIDTH = 76

/** The one thing to do now, with the texts to publish ready to copy. */
export function stepLines({ heading, why, items }: NextStep, paint: Paint): string[] {
  return [
    '',
    ...wrapped(words(heading), WIDTH).map((line) => `  ${paint('bold', line)}`),
    ...wrapped(words(why), WIDTH).map((line) => `  ${line}`),
    ...items.flatMap((item, index) => itemLines(item, index + 1, why)),
  ]
}

function itemLines({ title, text, remove = [] }: StepItem, number: number, why: string): string[] {
  const [first = '', ...rest] = wrapped(words(title), WIDTH - 3)
  return [
    `  ${number}. ${first}`,
    ...rest.map((line) => `     ${line}`),
    ...(text === undefined ? [] : block(text.text)),
    ...remove.flatMap((gone) => block(`${gone.where}: ${gone.text}`)),
    // What was decided for the owner, unless the step has said it already.
    ...(text?.notes ?? [])
      .filter((note) => !why.includes(note))
      .flatMap((note) => wrapped(words(note), WIDTH - 3).map((line) => `     ${line}`)),
  ]
}

function block(text: string): string[] {
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/)
  return ['', ...lines.map((line) => `       ${harmless(line)}`), '']
}
