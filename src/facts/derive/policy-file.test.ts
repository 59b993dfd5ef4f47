import { expect, test } from 'vitest'
import { policyAnswer } from '../build.ts'
import { readPolicyFile } from './policy-file.ts'

const read = (text: string, truncated: boolean) => {
  const { value, problems } = readPolicyFile(policyAnswer('example.com', text, { truncated }))
  return { usable: value !== null, codes: problems.map(({ code }) => code) }
}
const GOOD = 'version: STSv1\nmode: none\nmax_age: 86400\n'

test('a whole file is read to its end', () => {
  expect(read(GOOD, false)).toEqual({ usable: true, codes: [] })
  expect(read('version: STSv1\nmode: none\n', false).codes).toEqual(['max-age-missing'])
})

test.each([
  ['the fields are there', GOOD, []],
  ['no field is missed that may stand further down', 'version: STSv1\nmode: none\n', []],
  ['the line that was cut is left out', `${GOOD}mx: mail.exam`, []],
  ['so is a character that was cut', `${GOOD}note: caf\ufffd`, []],
  ['what was seen is told', `${GOOD}# comment\nmx: mail.exam`, ['comment']],
  ['one line without end', 'x'.repeat(100), ['syntax']],
])('a file that was cut: %s', (_, text, codes) => {
  expect(read(text, true)).toEqual({ usable: false, codes })
})
