import type { Outputs } from '../parts/outputs.ts'

interface Chosen {
  format: string
  hosting?: string
  fill: readonly (readonly [string, string])[]
}

/** The outputs of a form: chosen formats and what was typed into gaps stand in its address too. */
export function outputsOf<Form extends Chosen>(
  form: Form,
  edit: (change: Partial<Chosen>) => void,
): Outputs {
  const filled = new Map(form.fill)
  return {
    format: form.format === '' ? null : form.format,
    hosting: form.hosting === undefined || form.hosting === '' ? null : form.hosting,
    filled: (word) => filled.get(keyOf(word)) ?? '',
    choose: edit,
    fill: (word, value) => edit({ fill: [...new Map([...form.fill, [keyOf(word), value]])] }),
  }
}

/** The name of a word in an address: `var.zone_id` is `VAR-ZONE_ID`; of paths the end tells them apart. */
export function keyOf(word: string): string {
  return word
    .toUpperCase()
    .replace(/[^A-Z0-9_]+/g, '-')
    .slice(-40)
    .replace(/^[^A-Z]+/, '')
}
