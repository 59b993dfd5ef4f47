import { expect, test } from 'vitest'
import { posixCommands } from '../../testing/presentation-reader.ts'
import {
  ALIAS,
  CHANGED,
  DOUBLED,
  LONG,
  LONG_STRINGS,
  NEW,
  TARGETS,
} from '../../testing/zone-records.ts'
import { azure } from './azure.ts'

test('a record is added to an empty set', () => {
  expect(azure.write([NEW]).text).toBe(
    "az network dns record-set txt add-record -g RESOURCEGROUP -z example.com -n _mta-sts -v 'v=STSv1; id=2026083101'\n",
  )
})

test('what is there is removed first, since adding adds', () => {
  const { text, notes } = azure.write([CHANGED])
  expect(text).toBe(
    `az network dns record-set txt remove-record -g RESOURCEGROUP -z example.com -n _mta-sts.mail -v 'v=STSv1; id=2026083101'
az network dns record-set txt add-record -g RESOURCEGROUP -z example.com -n _mta-sts.mail -v 'v=STSv1; id=2026083102'
`,
  )
  expect(notes[0]).toMatch(/^Run the commands together/)
  expect(azure.write([DOUBLED]).text.match(/remove-record/g)).toHaveLength(2)
})

test('a TTL other than the usual hour is set with the set', () => {
  const [create, add] = posixCommands(azure.write([TARGETS]).text)
  expect(create?.slice(5)).toEqual([
    ...['create', '-g', 'RESOURCEGROUP', '-z', 'example.com', '-n', '_smtp._tls', '--ttl', '300'],
  ])
  expect(add?.[5]).toBe('add-record')
})

test('the strings of a long text follow one option', () => {
  expect(posixCommands(azure.write([LONG]).text)[0]?.slice(-3)).toEqual(['-v', ...LONG_STRINGS])
})

test('an alias is set, which replaces it', () => {
  expect(azure.write([ALIAS]).text).toBe(
    'az network dns record-set cname set-record -g RESOURCEGROUP -z example.com -n mta-sts -c web.example.net.\n',
  )
})
