import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readHeaders } from './read-headers.ts'

const HEADER = [
  'Received: from a.example by mx.example.net; Mon, 14 Sep 2026 10:00:00 +0000',
  'Authentication-Results: mx.example.net;',
  '\tdmarc=pass header.from=example.com;',
  '        bimi=pass header.d=example.com header.selector=default',
  'From: Katie <katie@example.com>',
  'Subject: Hello',
]

async function fieldsOf(text: string) {
  const read = await readHeaders(text)
  if (!read.ok) throw new Error(read.why)
  return read
}

describe('the header of a message', () => {
  test('is unfolded, in its order, with names as written', async () => {
    const { fields, hasBody } = await fieldsOf(HEADER.join('\r\n'))
    expect(fields.map(({ name }) => name)).toEqual([
      'Received',
      'Authentication-Results',
      'From',
      'Subject',
    ])
    expect(fields[1]?.value).toMatch(/^mx\.example\.net;\s+dmarc=pass .*;\s+bimi=pass /)
    expect(hasBody).toBe(false)
  })

  test.each([
    ['a whole message', `${HEADER.join('\n')}\n\nX-Fake: in the body\n\nmore`],
    ['empty lines in front', `\n \n${HEADER.join('\n')}\n\nX-Fake: body`],
    ['a mailbox file', `From katie@example.com Mon Sep 14\n${HEADER.join('\n')}\n\nX-Fake: body`],
    ['old line ends', `${HEADER.join('\r')}\r\rX-Fake: body`],
    ['a mark of byte order', `\ufeff${HEADER.join('\r\n')}\r\n\r\nX-Fake: body`],
  ])('%s: its body is not read', async (_, text) => {
    const { fields, hasBody } = await fieldsOf(text)
    expect(fields).toHaveLength(4)
    expect(fields[0]?.name).toBe('Received')
    expect(hasBody).toBe(true)
  })

  test('lines that are no fields are left out', async () => {
    const { fields } = await fieldsOf(`garbage\n${HEADER.join('\n')}\nNo Name: x\n: y`)
    expect(fields.map(({ name }) => name)).not.toContain('No Name')
    expect(fields).toHaveLength(4)
  })

  test('a very long field is cut, the embedded logo is not', async () => {
    const long = 'a'.repeat(30_000)
    const text = `From: ${long}@example.com\nBIMI-Indicator: ${long}`
    const { fields, cut } = await fieldsOf(text)
    expect(fields.map(({ value }) => value.length)).toEqual([10_000, 30_000])
    expect(cut).toBe(1)
  })
})

describe('what is no header is refused in words of its own', () => {
  test.each([
    ['', 'nothing'],
    [' \n\t\n', 'nothing'],
    ['Dear Katie,\n\nthank you.', 'no-header'],
    ['Note: this is a letter\nThanks: many', 'no-header'],
    ['\u0089PNG\u0000\u0000\u0000\u0001\ufffd\ufffd\u0002IHDR', 'binary'],
    [`From: a@b.example\nX-Long: ${'a'.repeat(600_000)}`, 'too-long'],
  ])('%#', async (text, why) => {
    expect(await readHeaders(text)).toEqual({ ok: false, why })
  })
})

test('a paste of many megabytes takes no time', async () => {
  const body = 'line of a body\n'.repeat(2_000_000)
  const began = performance.now()
  const { fields } = await fieldsOf(`${HEADER.join('\n')}\n\n${body}`)
  expect(fields).toHaveLength(4)
  expect(await readHeaders('\n'.repeat(20_000_000))).toEqual({ ok: false, why: 'nothing' })
  expect((await readHeaders('a: '.repeat(5_000_000))).ok).toBe(false)
  expect(performance.now() - began).toBeLessThan(2000)
})

test('never throws, whatever is pasted', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary-ascii' }), async (text) => {
      const read = await readHeaders(`From: a@example.com\n${text}`)
      expect(read.ok || read.why !== 'not-loaded').toBe(true)
    }),
    { numRuns: 50 },
  )
})
