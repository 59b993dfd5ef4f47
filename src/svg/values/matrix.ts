/** Affine maps: x' = a·x + c·y + e, y' = b·x + d·y + f (SVG Tiny 1.2 section 7.5). */
import { formatNumber } from './format-number.ts'

export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

export function translation(x: number, y: number): Matrix {
  return [1, 0, 0, 1, x, y]
}

export function scaling(x: number, y: number): Matrix {
  return [x, 0, 0, y, 0, 0]
}

/** First `n`, then `m`: as nested transforms multiply, the outer on the left. */
export function multiply(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ]
}

/** Null where the plane falls onto a line. */
export function invert([a, b, c, d, e, f]: Matrix): Matrix | null {
  const determinant = a * d - b * c
  if (determinant === 0 || !Number.isFinite(determinant)) return null
  return [
    d / determinant,
    -b / determinant,
    -c / determinant,
    a / determinant,
    (c * f - d * e) / determinant,
    (b * e - a * f) / determinant,
  ]
}

export function transformPoint(
  [a, b, c, d, e, f]: Matrix,
  x: number,
  y: number,
): { x: number; y: number } {
  return { x: a * x + c * y + e, y: b * x + d * y + f }
}

export function isIdentity(matrix: Matrix): boolean {
  return matrix.every((value, i) => Math.abs(value - (IDENTITY[i] ?? 0)) < 1e-9)
}

/** Keeps circles circles: the same factor in every direction, turned and mirrored as it may be. */
export function isSimilarity([a, b, c, d]: Matrix): boolean {
  const size = Math.abs(a) + Math.abs(b)
  const near = (x: number, y: number): boolean => Math.abs(x - y) <= size * 1e-6
  return (near(a, d) && near(b, -c)) || (near(a, -d) && near(b, c))
}

/** As the value of `transform`, in its shortest form. */
export function formatMatrix(matrix: Matrix): string {
  const [a, b, c, d, e, f] = matrix
  const write = (...numbers: number[]): string =>
    numbers.map((number) => formatNumber(number, 6)).join(' ')
  if (b === 0 && c === 0) {
    if (a === 1 && d === 1) return `translate(${write(e, f)})`
    if (e === 0 && f === 0) return `scale(${a === d ? write(a) : write(a, d)})`
  }
  return `matrix(${write(a, b, c, d, e, f)})`
}
