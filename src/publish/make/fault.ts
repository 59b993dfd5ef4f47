/** Choices as they are typed, on a page or in a terminal, and why some of them cannot be used. */

export interface Fault<Field extends string = string> {
  field: Field
  /** Which of several; null where there is one. */
  index: number | null
  /** A whole sentence without final stop, backticks around what was typed. */
  text: string
}

export type Reading<Choices, Field extends string> =
  { ok: true; choices: Choices } | { ok: false; faults: Fault<Field>[] }

/** A single choice: a value, or the words for what is wrong with it. */
export type Read<T> = { value: T } | { wrong: string }

/** Takes values out of single choices, and collects what is wrong with them. */
export class FaultList<Field extends string> {
  readonly faults: Fault<Field>[] = []

  /** @param otherwise stands for a value that could not be read; the faults say so */
  take<T>(field: Field, read: Read<T>, otherwise: T, index: number | null = null): T {
    if ('value' in read) return read.value
    this.add(field, read.wrong, index)
    return otherwise
  }

  add(field: Field, text: string, index: number | null = null): void {
    this.faults.push({ field, index, text })
  }

  reading<Choices>(choices: Choices): Reading<Choices, Field> {
    return this.faults.length > 0 ? { ok: false, faults: this.faults } : { ok: true, choices }
  }
}

/** What was typed, fit for a sentence: in backticks, on one line, not endless. */
export function shown(typed: string): string {
  const plain = typed.replace(/[\s`]+/g, ' ')
  return `\`${plain.length > 80 ? `${plain.slice(0, 79)}…` : plain}\``
}
