import { expect, test } from 'vitest'
import { isOddlySplit } from './odd-split.ts'

const record = (...strings: string[]) => ({
  text: strings.join(''),
  strings,
  encoding: 'utf-8' as const,
})

test.each<[string, string[], boolean]>([
  ['one string', ['v=STSv1; id=1'], false],
  ['split after a blank', ['v=STSv1; ', 'id=1'], false],
  ['split before a blank', ['v=STSv1;', ' id=1'], false],
  ['split in the middle of a word', ['v=STSv1; i', 'd=1'], true],
  ['split because it is long', ['a'.repeat(255), 'b'], false],
])('%s', (_, strings, odd) => expect(isOddlySplit(record(...strings))).toBe(odd))
