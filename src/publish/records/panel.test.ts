import { expect, test } from 'vitest'
import { ALIAS, CHANGED, DOUBLED, LONG, NEW } from '../../testing/zone-records.ts'
import { panel, panelCards } from './panel.ts'

test('the fields one below the other', () => {
  expect(panel.write([NEW, ALIAS]).text).toBe(`Name   _mta-sts
Type   TXT
Value  v=STSv1; id=2026083101
TTL    3600

Name   mta-sts
Type   CNAME
Value  web.example.net
TTL    3600
`)
})

test('what is there now is shown beside what takes its place', () => {
  const { text, notes } = panel.write([CHANGED])
  expect(text).toContain('Name         _mta-sts.mail\n')
  expect(text).toContain('In place of  v=STSv1; id=2026083101\n')
  expect(notes[0]).toMatch(/^Change the record that is there at `_mta-sts\.mail\.example\.com`/)
  expect(panel.write([DOUBLED]).text.match(/^In place of/gm)).toHaveLength(2)
})

test('a card has each field by itself', () => {
  expect(panelCards([CHANGED])).toEqual([
    {
      name: '_mta-sts.mail',
      type: 'TXT',
      value: 'v=STSv1; id=2026083102',
      ttl: 3600,
      wholeName: '_mta-sts.mail.example.com',
      replaces: ['v=STSv1; id=2026083101'],
    },
  ])
})

test('notes say what panels get wrong, each only where it can happen', () => {
  const { notes } = panel.write([NEW])
  expect(notes).toHaveLength(3)
  expect(notes[0]).toContain('`_mta-sts.example.com.example.com`')
  expect(panel.write([LONG]).notes.at(-1)).toContain('255 bytes')
  expect(panel.write([ALIAS]).notes.at(-1)).toContain('proxy')
})
