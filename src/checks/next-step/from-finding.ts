import type { NextStep, StepItem } from './step.ts'
import type { Judged } from './checked.ts'

/** The step that a finding's own words describe, where no text can be offered. */
export function stepFrom({ words }: Judged): NextStep {
  const [first = '', rest] = sentences(words.advice)
  const items: StepItem[] = rest === '' ? [] : [{ title: words.advice }]
  return {
    kind: 'fix',
    heading: first.replace(/\.$/, ''),
    why: `${words.title}. ${words.why}`,
    items,
  }
}

/** The first sentence and the others; a dot inside backticks ends none. */
function sentences(text: string): [string, string] {
  const [first = text] = /^(?:`[^`]*`|[^`])*?\.(?=\s|$)/.exec(text) ?? []
  return [first, text.slice(first.length).trim()]
}
