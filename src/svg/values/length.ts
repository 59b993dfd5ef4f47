const UNITS = ['', '%', 'px', 'pt', 'pc', 'mm', 'cm', 'in', 'em', 'ex'] as const
export type Unit = (typeof UNITS)[number]

export interface Length {
  number: number
  unit: Unit
}

const LENGTH = /^[ \t\r\n]*([+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)([a-zA-Z%]*)[ \t\r\n]*$/

/** A number with or without a unit (SVG Tiny 1.2 section 4.1; `em` and `ex` are of SVG 1.1). */
export function parseLength(value: string): Length | null {
  const match = LENGTH.exec(value)
  const name = match?.[2]?.toLowerCase()
  const unit = UNITS.find((each) => each === name)
  return match === null || unit === undefined ? null : { number: Number(match[1]), unit }
}

/** CSS 2 section 4.3.2: 96 px to the inch. */
const PIXELS: Partial<Record<Unit, number>> = {
  '': 1,
  px: 1,
  pt: 96 / 72,
  pc: 16,
  mm: 96 / 25.4,
  cm: 96 / 2.54,
  in: 96,
}

/** Null for units that depend on what is around. */
export function inPixels({ number, unit }: Length): number | null {
  const pixels = PIXELS[unit]
  return pixels === undefined ? null : number * pixels
}
