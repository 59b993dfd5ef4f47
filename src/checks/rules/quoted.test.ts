import { expect, test } from 'vitest'
import { quoted } from './quoted.ts'

test.each([
  ['mode: Test', '`mode: Test`'],
  ['café 📮', '`café 📮`'],
  ['a\u00a0b\u0000\t', '`aU+00A0bU+0000U+0009`'],
  ['`x`', "`'x'`"],
  ['x'.repeat(61), `\`${'x'.repeat(60)}…\``],
  ['x'.repeat(60), `\`${'x'.repeat(60)}\``],
])('%j', (text, expected) => expect(quoted(text)).toBe(expected))
