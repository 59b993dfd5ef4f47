import { describe, expect, test } from 'vitest'
import { goldens } from '../../testing/repaired-by.ts'
import { fromFileName, titleWords } from './title-words.ts'

describe('with a name', () =>
  goldens(
    titleWords,
    [
      ['none yet', '<g/>', '<title>Acme</title><g/>'],
      ['another', '<title id="t">Layer 1</title>', '<title id="t">Acme</title>'],
      ['the same', '<title>\n Acme </title>', null],
      ['empty', '<title/>', '<title>Acme</title>'],
    ],
    { title: ' Acme ', fileName: 'b.svg' },
  ))

describe('without', () =>
  goldens(
    titleWords,
    [
      ['what is there stays', '<title>Layer 1</title>', null],
      ['none yet', '<g/>', '<title>Acme corp</title><g/>'],
      ['blank', '<title> </title>', '<title>Acme corp</title>'],
    ],
    { fileName: 'acme-corp.svg' },
  ))

test.each([
  ['acme-logo_final.svg', 'Acme logo final'],
  ['path/to/Acme.SVGZ', 'Acme'],
  ['a.b.svg.gz', 'A b'],
  ['', 'Logo'],
  ['.svg', 'Logo'],
])('%j is %j', (fileName, expected) => expect(fromFileName(fileName)).toBe(expected))
