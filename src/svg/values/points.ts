import { parseNumbers, type ValueProblem } from './scanner.ts'

/** The value of `points`: pairs, up to the first problem (SVG Tiny 1.2 section 9.7.1). */
export function parsePoints(value: string): {
  points: [number, number][]
  problem: ValueProblem | null
} {
  const { numbers, problem } = parseNumbers(value)
  const points: [number, number][] = []
  for (let i = 0; i + 1 < numbers.length; i += 2)
    points.push([numbers[i] ?? 0, numbers[i + 1] ?? 0])
  const isOdd = numbers.length % 2 === 1
  const odd = isOdd
    ? { offset: value.trimEnd().length, expected: 'an even count of numbers' }
    : null
  return { points, problem: problem ?? odd }
}
