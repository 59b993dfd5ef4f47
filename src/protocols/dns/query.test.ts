import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answersQuestion, decodeMessage, type DnsMessage } from './message.ts'
import { canonicalName, isSameName, readName, WireFault, writeName } from './name.ts'
import { encodeQuery, fromBase64Url, toBase64Url } from './query.ts'
import type { DnsRecord } from './record-data.ts'
import { encodeResponse, type Response } from './response.ts'

const bytes = (hex: string) =>
  Uint8Array.from(hex.replaceAll(' ', '').match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
const hex = (data: Uint8Array | null) =>
  Array.from(data ?? [], (byte) => byte.toString(16).padStart(2, '0')).join('')

const NAME = '_mta-sts.example.com'
/** The question of DNS.md section 1.1. */
const QUERY =
  '0000 0120 0001 0000 0000 0001 08 5f6d74612d737473 07 6578616d706c65 03 636f6d 00 0010 0001 00 0029 1000 00000000 0000'

function query(name = NAME, type: DnsRecord['type'] = 'TXT'): Uint8Array {
  const encoded = encodeQuery({ name, type })
  if (encoded === null) throw new Error(`${name} cannot be asked for`)
  return encoded
}

function message(data: Uint8Array): DnsMessage {
  const decoded = decodeMessage(data)
  if (!decoded.ok) throw new Error(decoded.problem)
  return decoded.message
}

const roundTrip = (response: Response, asked = query()) => message(encodeResponse(asked, response))

describe('questions', () => {
  test('the bytes and the parameter of the specification', () => {
    expect(hex(query())).toBe(QUERY.replaceAll(' ', ''))
    expect(toBase64Url(query())).toBe(
      'AAABIAABAAAAAAABCF9tdGEtc3RzB2V4YW1wbGUDY29tAAAQAAEAACkQAAAAAAAAAA',
    )
  })

  test('with checking disabled the flags are 0110', () => {
    expect(hex(encodeQuery({ name: NAME, type: 'TXT', cd: true })).slice(4, 8)).toBe('0110')
  })

  test('DO stands in the EDNS flags', () => {
    expect(hex(encodeQuery({ name: NAME, type: 'TXT', do: true })).slice(-12)).toBe('000080000000')
  })

  test.each([
    ['case is kept', 'MAIL.Example.com.', '044d41494c 074578616d706c65 03636f6d 00'],
    ['the root', '', '00'],
    ['an escaped dot', 'a\\.b.example', '03612e62 076578616d706c65 00'],
    ['an escaped byte', '\\255.example', '01ff 076578616d706c65 00'],
    ['an escaped backslash before the final dot', 'a\\\\.', '02615c 00'],
    ['an escaped final dot is no final dot', 'a\\.', '02612e 00'],
  ])('%s', (_, name, expected) => expect(hex(writeName(name))).toBe(expected.replaceAll(' ', '')))

  test.each([
    ['an empty label', 'a..example'],
    ['a label of 64 bytes', `${'a'.repeat(64)}.example`],
    ['256 bytes', `${'a'.repeat(62)}.`.repeat(4) + 'bb'],
  ])('%s cannot be asked for', (_, name) => {
    expect(encodeQuery({ name, type: 'A' })).toBeNull()
  })

  test('255 bytes can be asked for', () => {
    expect(writeName(`${'a'.repeat(62)}.`.repeat(4) + 'b')).toHaveLength(255)
  })

  test.each(['A', 'AAAA', 'CAA', 'CNAME', 'DS', 'MX', 'NS', 'SOA', 'TLSA', 'TXT'] as const)(
    '%s comes back as the question',
    (type) => {
      const { question } = message(query('x.example', type))
      expect(question?.name).toBe('x.example')
      expect(answersQuestion(roundTrip({}, query('X.example', type)), 'x.example', type)).toBe(true)
      expect(answersQuestion(roundTrip({}, query('y.example', type)), 'x.example', type)).toBe(
        false,
      )
      expect(answersQuestion(message(query('x.example', type)), 'x.example', type)).toBe(false)
    },
  )

  test.each(['AAAA+', 'AA==', 'A', 'ä'])('%s is no parameter', (text) => {
    expect(fromBase64Url(text)).toBeNull()
  })

  test('the parameter is read back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), (data) => {
        expect(fromBase64Url(toBase64Url(data))).toEqual(data)
      }),
    )
  })
})

describe('names', () => {
  test.each([
    ['lower-case', '04 4d61494c 00', 'mail'],
    ['a dot inside a label', '03 612e62 00', 'a\\.b'],
    ['a backslash', '02 615c 00', 'a\\\\'],
    ['blank, NUL and a high byte', '03 2000ff 00', '\\032\\000\\255'],
  ])('%s', (_, wire, text) => expect(readName(bytes(wire), 0).name).toBe(text))

  test('a pointer leads back', () => {
    expect(readName(bytes('03636f6d00 0161c000'), 5)).toEqual({ name: 'a.com', end: 9 })
  })

  test.each([
    ['a pointer to itself', '0000 c002', 2],
    ['two that point to each other', 'c002c000', 0],
    ['a pointer ahead', 'c00200', 0],
    ['a pointer beyond the end', 'c0ff', 0],
    ['half a pointer', '00c0', 1],
    ['a reserved label type', '40 00', 0],
    ['a label that is cut off', '05 6161', 0],
    ['no end', '01 61', 0],
  ])('%s', (_, wire, start) => expect(() => readName(bytes(wire), start)).toThrow(WireFault))

  test('text and wire are each other’s inverse, whatever the bytes', () => {
    const label = fc.uint8Array({ minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(fc.array(label, { maxLength: 8 }), (labels) => {
        const wire = Uint8Array.from([...labels.flatMap((l) => [l.length, ...l]), 0])
        const { name } = readName(wire, 0)
        const again = writeName(name)
        expect(again).not.toBeNull()
        expect(readName(again ?? wire, 0).name).toBe(name)
      }),
    )
  })

  test.each([
    ['Mail.Example.', 'mail.example', true],
    ['\\109ail.example', 'mail.example', true],
    ['a\\.b', 'a.b', false],
  ])('%s is %s: %s', (a, b, same) => {
    expect(isSameName(a, b)).toBe(same)
    expect(canonicalName(a) === canonicalName(b)).toBe(same)
  })
})
