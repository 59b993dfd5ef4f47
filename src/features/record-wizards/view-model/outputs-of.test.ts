import { expect, test } from 'vitest'
import { mtaStsForm } from '../../../publish/make/form-state/mta-sts.ts'
import { outputsOf } from './outputs-of.ts'

const EMPTY = mtaStsForm.read(new URLSearchParams())
const FILES = ['fullchain.pem', 'privkey.pem'].map(
  (file) => `/etc/letsencrypt/live/mta-sts.a-long-name.example.com/${file}`,
)

test.each([
  'ZONEID',
  'RECORDID2',
  'var.zone_id',
  'DISTRIBUTION.cloudfront.net',
  '/path/key.pem',
  ...FILES,
])('%s keeps what was typed for it, through the address', (word) => {
  let form = EMPTY
  const outputs = outputsOf(form, (change) => {
    form = { ...form, ...change }
  })
  outputs.fill(word, 'Z 1&2')
  const again = mtaStsForm.read(mtaStsForm.write(form))
  expect(outputsOf(again, () => undefined).filled(word)).toBe('Z 1&2')
  expect(outputsOf(again, () => undefined).filled('OTHER')).toBe('')
})

test('nothing chosen is null, so that what suits the domain stands first', () => {
  expect(outputsOf(EMPTY, () => undefined)).toMatchObject({ format: null, hosting: null })
})
