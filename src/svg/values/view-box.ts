import { parseNumbers, type ValueProblem } from './scanner.ts'

export interface ViewBox {
  x: number
  y: number
  width: number
  height: number
}

/** The value of `viewBox`: four numbers, the last two not negative (SVG Tiny 1.2 section 7.9). */
export function parseViewBox(value: string): {
  viewBox: ViewBox | null
  problem: ValueProblem | null
} {
  const { numbers, problem } = parseNumbers(value)
  if (problem !== null) return { viewBox: null, problem }
  const [x = 0, y = 0, width = 0, height = 0] = numbers
  if (numbers.length !== 4)
    return { viewBox: null, problem: { offset: 0, expected: 'four numbers' } }
  if (width <= 0 || height <= 0)
    return { viewBox: null, problem: { offset: 0, expected: 'a width and a height above 0' } }
  return { viewBox: { x, y, width, height }, problem: null }
}
