import type { Taken } from '../text/cursor.ts'
import { problem, type BimiProblem } from './problem.ts'
import { bimiUriFlaw, extensionOf } from './uri.ts'

/** Pictures and certificates that people put there, by the end of the file name. */
const OTHER_PICTURES = new Set(['png', 'jpg', 'jpeg', 'gif', 'webp', 'bmp', 'ico', 'avif'])
const CERTIFICATES = new Set(['pem', 'crt', 'cer', 'der', 'p7b', 'p7c'])
const LOGOS = new Set(['svg', 'svgz'])

/** What is wrong with an `l` or `a`; empty ones are a matter of the record as a whole. */
export function locationProblems(tag: 'l' | 'a', value: Taken): BimiProblem[] {
  if (value.text === '') return []
  const flaw = bimiUriFlaw(value.text)
  if (flaw === 'scheme') return [problem(tag === 'l' ? 'l-scheme' : 'a-scheme', value, 'https://')]
  if (flaw !== null) return [problem(flaw === 'multiple' ? 'uri-multiple' : 'uri-syntax', value)]
  return tag === 'l' ? logoProblems(value) : certificateProblems(value)
}

/** Supported Image Formats: SVG and SVGZ, known by the suffix. */
function logoProblems(value: Taken): BimiProblem[] {
  const extension = extensionOf(value.text)
  if (LOGOS.has(extension)) return []
  if (CERTIFICATES.has(extension)) return [problem('l-is-pem', value)]
  return [problem(OTHER_PICTURES.has(extension) ? 'l-other-format' : 'l-extension', value)]
}

function certificateProblems(value: Taken): BimiProblem[] {
  const extension = extensionOf(value.text)
  if (extension === 'pem') return []
  return [problem(LOGOS.has(extension) ? 'a-is-svg' : 'a-extension', value)]
}
