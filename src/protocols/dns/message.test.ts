import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeMessage, type DnsMessage } from './message.ts'
import { encodeQuery } from './query.ts'
import type { DnsRecord } from './record-data.ts'
import { encodeResponse, type Response } from './response.ts'

const bytes = (hex: string) =>
  Uint8Array.from(hex.replaceAll(' ', '').match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
const NAME = '_mta-sts.example.com'
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

describe('answers', () => {
  const txt = (...strings: string[]): DnsRecord => ({
    name: NAME,
    ttl: 300,
    type: 'TXT',
    value: { text: strings.join(''), strings, encoding: 'utf-8' },
  })
  const records: DnsRecord[] = [
    txt('v=STSv1; ', 'id=1'),
    txt('grün'),
    txt(''),
    {
      name: NAME,
      ttl: 1,
      type: 'TXT',
      value: { text: 'é\xff', strings: ['é', '\xff'], encoding: 'bytes' },
    },
    { name: NAME, ttl: 60, type: 'CNAME', value: 'target.example' },
    { name: 'example', ttl: 60, type: 'MX', value: { preference: 10, exchange: 'mail.example' } },
    { name: 'example', ttl: 60, type: 'MX', value: { preference: 0, exchange: '' } },
    { name: 'example', ttl: 60, type: 'A', value: '192.0.2.1' },
    { name: 'example', ttl: 60, type: 'AAAA', value: '2001:db8::1' },
    { name: 'example', ttl: 60, type: 'AAAA', value: '::' },
    { name: 'example', ttl: 60, type: 'NS', value: 'ns1.example' },
    {
      name: 'example',
      ttl: 60,
      type: 'CAA',
      value: { flags: 128, tag: 'issue', value: 'ca.example; a=b' },
    },
    {
      name: 'example',
      ttl: 60,
      type: 'DS',
      value: { keyTag: 60485, algorithm: 13, digestType: 2, digest: '00ff0a' },
    },
    {
      name: '_25._tcp.mail.example',
      ttl: 60,
      type: 'TLSA',
      value: { usage: 3, selector: 1, matchingType: 255, data: '00ff0a' },
    },
    {
      name: 'example',
      ttl: 60,
      type: 'SOA',
      value: { primary: 'ns1.example', mailbox: 'dns.example', serial: 4294967295, minimum: 1800 },
    },
  ]

  test.each(records)('$type $value', (record) => {
    expect(roundTrip({ answers: [record] }).answers).toEqual([record])
  })

  test('all of them in one message, and in the authority section', () => {
    const { answers, authorities } = roundTrip({ answers: records, authorities: records })
    expect(answers).toEqual(records)
    expect(authorities).toEqual(records)
  })

  test('flags, code and Extended DNS Errors', () => {
    const errors = [
      { code: 7, text: 'signature expired' },
      { code: 6, text: '' },
    ]
    const seen = roundTrip({
      rcode: 'SERVFAIL',
      authenticated: true,
      truncated: true,
      extendedErrors: errors,
    })
    expect(seen).toMatchObject({ rcode: 'SERVFAIL', isResponse: true, extendedErrors: errors })
    expect(seen).toMatchObject({ authenticated: true, truncated: true })
    expect(roundTrip({})).toMatchObject({
      rcode: 'NOERROR',
      authenticated: false,
      truncated: false,
      extendedErrors: [],
    })
  })

  /** One answer record for `x` with this type, length and data. */
  const record = (type: string, data: string, length = data.replaceAll(' ', '').length / 2) =>
    bytes(
      `0000 8180 0001 0001 0000 0000 0178 00 0010 0001 c00c ${type} 0001 0000003c ` +
        `${length.toString(16).padStart(4, '0')} ${data}`,
    )

  test.each([
    ['TXT', '0010', '0261c3 01a4', { text: 'aä', strings: ['a', 'ä'], encoding: 'utf-8' }],
    ['TXT in Latin-1', '0010', '02fc61', { text: 'üa', strings: ['üa'], encoding: 'bytes' }],
    ['TXT without any string', '0010', '', { text: '', strings: [], encoding: 'utf-8' }],
    ['TLSA without data', '0034', '030101', { usage: 3, selector: 1, matchingType: 1, data: '' }],
    ['a compressed MX', '000f', '000a 01 6d c00c', { preference: 10, exchange: 'm.x' }],
    [
      'an exchange with a dot in a label',
      '000f',
      '000a 03 6d2e6e 00',
      { preference: 10, exchange: 'm\\.n' },
    ],
  ])('%s', (_, type, data, value) => {
    expect(message(record(type, data)).answers).toMatchObject([{ name: 'x', ttl: 60, value }])
  })

  test.each([
    ['an address of three bytes', record('0001', 'c00002')],
    ['an address of five bytes', record('0001', 'c000020101')],
    ['an IPv6 address of four bytes', record('001c', 'c0000201')],
    ['a string longer than its record', record('0010', '0561')],
    ['a name longer than its record', record('0005', '016100', 2)],
    ['a name shorter than its record', record('0005', '01610000')],
    ['an MX without a name', record('000f', '000a')],
    ['a CAA tag longer than its record', record('0101', '000969')],
    ['an SOA that is cut off', record('0006', '00 00 00000001')],
    ['a DS of three bytes', record('002b', '000102')],
    ['a TLSA of two bytes', record('0034', '0301')],
    ['a record longer than the message', record('0001', 'c0000201', 400)],
    ['more records than there are', bytes('0000 8180 0000 0001 0000 0000')],
    ['a header of eleven bytes', new Uint8Array(11)],
    ['nothing', new Uint8Array()],
  ])('%s is a problem, not an exception', (_, data) => {
    const decoded = decodeMessage(data)
    expect(decoded.ok).toBe(false)
    expect(decoded).toHaveProperty('problem')
  })

  test('records of other types and classes are passed over', () => {
    expect(message(record('ff00', 'c00c00')).answers).toEqual([])
    const chaos = record('0010', '0161')
    chaos[12 + 3 + 4 + 2 + 2 + 1] = 3
    expect(message(chaos).answers).toEqual([])
  })

  test('a TTL with the highest bit counts as zero (RFC 2181 section 8)', () => {
    const data = record('0001', 'c0000201')
    data[12 + 3 + 4 + 2 + 2 + 2] = 0x80
    expect(message(data).answers).toMatchObject([{ ttl: 0 }])
  })

  test('two questions are none', () => {
    expect(
      message(bytes('0000 8180 0002 0000 0000 0000 00 0001 0001 00 0001 0001')).question,
    ).toBeNull()
  })

  test('the upper bits of the code come from EDNS', () => {
    const badVersion = bytes('0000 8180 0000 0000 0000 0001 00 0029 1000 01000000 0000')
    expect(message(badVersion).rcode).toBe('RCODE16')
  })
})

describe('hostile bytes', () => {
  const ends = (data: Uint8Array): void => {
    expect(decodeMessage(data)).toHaveProperty('ok')
  }

  test('no bytes throw', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 2000 }), ends))
    fc.assert(fc.property(fc.uint8Array({ minLength: 60000, maxLength: 65535 }), ends), {
      numRuns: 20,
    })
  })

  test('no change of a good message throws', () => {
    const good = encodeResponse(query(), {
      answers: [
        { name: NAME, ttl: 1, type: 'MX', value: { preference: 1, exchange: 'a.example' } },
      ],
      extendedErrors: [{ code: 1, text: 'x' }],
    })
    const change = fc.tuple(fc.nat(good.length - 1), fc.integer({ min: 0, max: 255 }))
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
        const data = good.slice()
        for (const [at, byte] of changes) data[at] = byte
        ends(data)
      }),
    )
  })

  test('a message full of pointers to pointers ends soon', () => {
    const data = new Uint8Array(65535)
    data.set(bytes('0000 8180 0000 ffff ffff ffff'))
    for (let at = 14; at < 0x3ffe; at += 2) {
      data[at] = 0xc0 | ((at - 2) >> 8)
      data[at + 1] = (at - 2) & 0xff
    }
    const started = performance.now()
    ends(data)
    expect(performance.now() - started).toBeLessThan(500)
  })
})
