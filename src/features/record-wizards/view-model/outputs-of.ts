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
    filled: (word) => filled.get(word) ?? '',
    choose: edit,
    fill: (word, value) => edit({ fill: [...new Map([...form.fill, [word, value]])] }),
  }
}
