import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { HOSTINGS } from './hostings.ts'
import { zipped } from './zip.ts'

const SITE = {
  policyHost: 'mta-sts.example.com',
  domain: 'example.com',
  policy: 'version: STSv1\r\nmode: none\r\nmax_age: 86400\r\n',
}

test.each(HOSTINGS)('$id: all files come out as they went in', ({ write }) => {
  const { files } = write(SITE)
  const read = unzipSync(zipped(files))
  const texts = Object.entries(read).map(([path, bytes]) => ({
    path,
    text: new TextDecoder().decode(bytes),
  }))
  expect(texts).toEqual(files)
})

test('letters beyond ASCII stay', () => {
  const read = unzipSync(zipped([{ path: 'é/ü.txt', text: '☺\r\n' }]))
  expect(Object.keys(read)).toEqual(['é/ü.txt'])
  expect(new TextDecoder().decode(read['é/ü.txt'])).toBe('☺\r\n')
})

test('the same files are the same bytes, and a date is told', () => {
  const files = [{ path: 'a', text: 'b' }]
  expect(zipped(files)).toEqual(zipped(files))
  const dated = zipped(files, new Date(2026, 7, 31, 12))
  expect(dated).not.toEqual(zipped(files))
  // APPNOTE 4.4.6: years since 1980, month and day in sixteen bits.
  expect(new DataView(dated.buffer).getUint16(12, true)).toBe((46 << 9) | (8 << 5) | 31)
})
