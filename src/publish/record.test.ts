import { expect, test } from 'vitest'
import { ALIAS, CHANGED, DOUBLED, NEW, TARGETS } from '../testing/zone-records.ts'
import { absolute, former, namesOf, relativeName, replacing } from './record.ts'

test.each([
  ['_mta-sts.example.com', 'example.com', '_mta-sts'],
  ['_mta-sts.mail.example.com', 'example.com', '_mta-sts.mail'],
  ['_mta-sts.mail.example.com', 'mail.example.com', '_mta-sts'],
  ['example.com', 'example.com', '@'],
  // A zone is left by whole labels only.
  ['_mta-sts.myexample.com', 'example.com', '_mta-sts.myexample.com.'],
  ['_mta-sts.example.net', 'example.com', '_mta-sts.example.net.'],
])('%s in %s is %s', (name, zone, expected) => {
  expect(relativeName({ ...NEW, name, zone })).toBe(expected)
})

test('the final dot is written once', () => {
  expect(absolute('example.com')).toBe('example.com.')
  expect(absolute('example.com.')).toBe('example.com.')
})

test('what is there now', () => {
  expect(replacing([NEW, CHANGED, ALIAS])).toEqual([CHANGED])
  expect(former(NEW)).toEqual([])
  expect(former(DOUBLED).map(({ value }) => value)).toEqual(['v=STSv1; id=1', 'v=STSv1; id=2'])
  expect(former(DOUBLED)[0]).toMatchObject({ name: NEW.name, replaces: [] })
})

test('names as words, each once', () => {
  expect(namesOf([])).toBe('')
  expect(namesOf([NEW, NEW])).toBe('`_mta-sts.example.com`')
  expect(namesOf([NEW, TARGETS, ALIAS])).toBe(
    '`_mta-sts.example.com`, `_smtp._tls.example.com` and `mta-sts.example.com`',
  )
})
