import { IDENTITY, multiply, type Matrix } from './matrix.ts'
import { Scanner, type ValueProblem } from './scanner.ts'

const radians = (degrees = 0): number => (degrees * Math.PI) / 180

function rotation(degrees: number, x = 0, y = 0): Matrix {
  const [cos, sin] = [Math.cos(radians(degrees)), Math.sin(radians(degrees))]
  return [cos, sin, -sin, cos, x - cos * x + sin * y, y - sin * x - cos * y]
}

interface Kind {
  /** How many numbers it may have. */
  counts: readonly number[]
  matrix: (numbers: readonly number[]) => Matrix
}

/** SVG Tiny 1.2 section 7.6. `ref` is its own, and means what lies outside the drawing. */
const KINDS: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  [
    'matrix',
    { counts: [6], matrix: ([a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]) => [a, b, c, d, e, f] },
  ],
  ['translate', { counts: [1, 2], matrix: ([x = 0, y = 0]) => [1, 0, 0, 1, x, y] }],
  ['scale', { counts: [1, 2], matrix: ([x = 1, y = x]) => [x, 0, 0, y, 0, 0] }],
  ['rotate', { counts: [1, 3], matrix: ([angle = 0, x = 0, y = 0]) => rotation(angle, x, y) }],
  ['skewX', { counts: [1], matrix: ([angle]) => [1, 0, Math.tan(radians(angle)), 1, 0, 0] }],
  ['skewY', { counts: [1], matrix: ([angle]) => [1, Math.tan(radians(angle)), 0, 1, 0, 0] }],
])

/** The value of `transform`. A renderer that meets a problem draws as if there were no transform at all. */
export function parseTransform(value: string): { matrix: Matrix; problem: ValueProblem | null } {
  if (value.trim() === 'none') return { matrix: IDENTITY, problem: null }
  const scanner = new Scanner(value)
  let matrix = IDENTITY
  scanner.blanks()
  while (!scanner.isDone) {
    const start = scanner.at
    const one = readOne(scanner)
    if ('expected' in one) return { matrix: IDENTITY, problem: one }
    if (scanner.at === start) return { matrix: IDENTITY, problem: scanner.expected('a transform') }
    matrix = multiply(matrix, one.matrix)
    const hasComma = scanner.comma()
    if (hasComma && scanner.isDone)
      return { matrix: IDENTITY, problem: scanner.expected('a transform') }
  }
  return { matrix, problem: null }
}

function readOne(scanner: Scanner): { matrix: Matrix } | ValueProblem {
  const start = scanner.at
  const kind = KINDS.get(scanner.take(/[A-Za-z]+/y) ?? '')
  if (kind === undefined)
    return {
      offset: start,
      expected: '`translate`, `rotate`, `scale`, `matrix`, `skewX` or `skewY`',
    }
  scanner.blanks()
  if (scanner.take(/\(/y) === null) return scanner.expected('`(`')
  const numbers: number[] = []
  scanner.blanks()
  for (let more = true; more && scanner.next !== ')';) {
    const number = scanner.number()
    if (number === null) return scanner.expected('a number or `)`')
    numbers.push(number)
    more = true
    const hasComma = scanner.comma()
    if (hasComma && scanner.next === ')') return scanner.expected('a number')
  }
  const { counts } = kind
  if (!counts.includes(numbers.length))
    return scanner.expected(
      `${counts.join(' or ')} ${counts.length === 1 && counts[0] === 1 ? 'number' : 'numbers'} in all`,
    )
  scanner.take(/\)/y)
  return { matrix: kind.matrix(numbers) }
}
