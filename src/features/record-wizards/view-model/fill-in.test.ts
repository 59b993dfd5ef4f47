import { expect, test } from 'vitest'
import { fillIn } from './fill-in.ts'

const marked = (text: string, words: string[], filled: Record<string, string> = {}) => {
  const result = fillIn(text, words, (word) => filled[word] ?? '')
  return {
    text: result.text,
    marked: result.marks.map(({ start, end }) => result.text.slice(start, end)),
  }
}

test('what is open is marked wherever it stands', () => {
  expect(marked('zones/ZONEID/records/RECORDID, ZONEID', ['ZONEID', 'RECORDID'])).toEqual({
    text: 'zones/ZONEID/records/RECORDID, ZONEID',
    marked: ['ZONEID', 'RECORDID', 'ZONEID'],
  })
})

test('what is typed takes its place, and the marks move along', () => {
  expect(marked('a/ZONEID/b/RECORDID', ['ZONEID', 'RECORDID'], { ZONEID: ' 9f3c ' })).toEqual({
    text: 'a/9f3c/b/RECORDID',
    marked: ['RECORDID'],
  })
})

test.each([
  [
    'a word in a longer one stays',
    '--zone=ZONE --x=ZONEID',
    { ZONE: 'main' },
    '--zone=main --x=ZONEID',
  ],
  ['numbered words are told apart', 'RECORDID2 RECORDID', { RECORDID: '1' }, 'RECORDID2 1'],
  ['blanks alone are nothing', 'ZONE', { ZONE: '  ' }, 'ZONE'],
  ['a path is a word', 'ssl /path/key.pem;', { '/path/key.pem': '/etc/k.pem' }, 'ssl /etc/k.pem;'],
  ['a variable is a word', '"${var.zone_id}_x"', { 'var.zone_id': 'var.id' }, '"${var.id}_x"'],
  ['what a shell would read is not put in', 'ZONE', { ZONE: '$(reboot)' }, 'ZONE'],
  ['nor a quotation mark', 'ZONE', { ZONE: `a'b` }, 'ZONE'],
])('%s', (_, text, filled: Record<string, string>, expected) => {
  const words = ['ZONE', 'ZONEID', 'RECORDID', 'RECORDID2', '/path/key.pem', 'var.zone_id']
  expect(fillIn(text, words, (word) => filled[word] ?? '').text).toBe(expected)
})

test('a text without such words is left alone', () => {
  expect(fillIn('v=STSv1; id=1', [], () => 'x')).toEqual({ text: 'v=STSv1; id=1', marks: [] })
})
