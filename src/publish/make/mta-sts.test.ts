import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nothing, txtFact } from '../../facts/build.ts'
import { failed } from '../../facts/fact.ts'
import {
  idsIn,
  makeMtaSts,
  readMtaSts,
  stsStanding,
  type MtaStsToday,
  type MtaStsTyped,
} from './mta-sts.ts'

const NAME = '_mta-sts.example.com'
const TODAY: MtaStsToday = {
  domain: 'example.com',
  zone: 'example.com',
  now: Date.parse('2026-09-14T10:00:00Z'),
  record: stsStanding('example.com', nothing(NAME, 'TXT')),
  policy: null,
  patterns: ['mail1.example.com', 'mail2.example.com'],
}
const UNTOUCHED: MtaStsTyped = { zone: '', mode: '', maxAge: '', mx: null, id: '', ttl: '' }

function read(typed: Partial<MtaStsTyped> = {}, today: Partial<MtaStsToday> = {}) {
  return readMtaSts({ ...UNTOUCHED, ...typed }, { ...TODAY, ...today })
}

function choices(typed: Partial<MtaStsTyped> = {}, today: Partial<MtaStsToday> = {}) {
  const reading = read(typed, today)
  if (!reading.ok) throw new Error(reading.faults.map(({ text }) => text).join())
  return reading.choices
}

function faults(typed: Partial<MtaStsTyped>, today: Partial<MtaStsToday> = {}): string[] {
  const reading = read(typed, today)
  return reading.ok
    ? []
    : reading.faults.map(({ field, index, text }) => `${field} ${index}: ${text}`)
}

describe('choices', () => {
  test('nothing typed, nothing published: the first day of testing', () => {
    expect(choices()).toEqual({
      domain: 'example.com',
      zone: 'example.com',
      mode: 'testing',
      maxAge: 86400,
      mx: ['mail1.example.com', 'mail2.example.com'],
      id: '2026091401',
      ttl: 3600,
    })
  })

  test.each([
    ['a policy in testing goes on', { mode: 'testing', maxAge: 604800 }, 'testing', 604800],
    ['a year of testing becomes a week', { mode: 'testing', maxAge: 31557600 }, 'testing', 604800],
    ['who enforces goes on to', { mode: 'enforce', maxAge: 10368000 }, 'enforce', 10368000],
    ['a short memory is made longer', { mode: 'enforce', maxAge: 86400 }, 'enforce', 2592000],
    ['after the way out comes the way in', { mode: 'none', maxAge: 86400 }, 'testing', 604800],
    ['an unreadable policy', { mode: null, maxAge: null }, 'testing', 604800],
    ['nobody looked', undefined, 'testing', 604800],
  ] as const)('%s', (_what, policy, mode, maxAge) => {
    const record = stsStanding('example.com', txtFact(NAME, ['v=STSv1; id=1']))
    expect(choices({}, { policy, record })).toMatchObject({ mode, maxAge })
  })

  test.each([
    ['one good record', ['v=STSv1; id=1'], 'enforce'],
    ['one good record beside another kind', ['v=spf1 -all', 'v=STSv1; id=1;'], 'enforce'],
    ['two of them', ['v=STSv1; id=1', 'v=STSv1; id=2'], 'testing'],
    ['a capital V', ['v=STSV1; id=1'], 'testing'],
    ['another kind', ['v=spf1 -all'], 'testing'],
  ])('an enforced policy with %s', (_what, texts, mode) => {
    const record = stsStanding('example.com', txtFact(NAME, texts))
    const policy = { mode: 'enforce', maxAge: 2592000 } as const
    expect(choices({}, { policy, record })).toMatchObject({ mode })
  })

  test('an enforced policy whose record nobody could look up may be in use', () => {
    const record = stsStanding('example.com', undefined)
    const policy = { mode: 'enforce', maxAge: 2592000 } as const
    expect(choices({}, { policy, record }).mode).toBe('enforce')
  })

  test('what is typed counts', () => {
    const typed = { mode: ' enforce ', maxAge: '0', id: 'a1', ttl: '300', zone: 'Example.COM.' }
    expect(choices(typed)).toMatchObject({
      ...{ mode: 'enforce', maxAge: 0, id: 'a1', ttl: 300, zone: 'example.com' },
    })
  })

  test('patterns: lower case, no final dot, A-labels, each once', () => {
    const mx = [
      'Mail1.Example.COM.',
      'mail1.example.com',
      '',
      ' *.Mail.Example.NET ',
      'müller.example',
    ]
    expect(choices({ mx }).mx).toEqual([
      ...['mail1.example.com', '*.mail.example.net', 'xn--mller-kva.example'],
    ])
  })

  test('without a policy to protect anything no mail server is needed', () => {
    expect(choices({ mode: 'none', mx: [] })).toMatchObject({ mx: [], maxAge: 86400 })
  })
})

describe('faults', () => {
  test.each<[string, Partial<MtaStsTyped>, string]>([
    [
      'a mode',
      { mode: 'Enforce' },
      'mode null: `Enforce` is not a mode; use `testing`, `enforce` or `none`',
    ],
    [
      'an age in words',
      { maxAge: '7d' },
      'maxAge null: `7d` is not a number of seconds from 0 to 31557600',
    ],
    [
      'an age too long',
      { maxAge: '31557601' },
      'maxAge null: `31557601` is not a number of seconds from 0 to 31557600',
    ],
    [
      'a negative age',
      { maxAge: '-1' },
      'maxAge null: `-1` is not a number of seconds from 0 to 31557600',
    ],
    [
      'an id with hyphens',
      { id: '2026-09-14' },
      'id null: `2026-09-14` is not an id: it takes 1 to 32 letters and digits',
    ],
    [
      'an id too long',
      { id: 'a'.repeat(33) },
      `id null: \`${'a'.repeat(33)}\` is not an id: it takes 1 to 32 letters and digits`,
    ],
    [
      'a TTL of nothing',
      { ttl: '0' },
      'ttl null: `0` is not a number of seconds from 1 to 2147483647',
    ],
    [
      'another zone',
      { zone: 'example.net' },
      'zone null: `example.com` does not lie in the zone `example.net`',
    ],
    ['no zone at all', { zone: 'a b' }, 'zone null: `a b` is not the name of a zone'],
    [
      'no mail server',
      { mx: [] },
      'mx null: A policy with the mode `testing` names at least one mail server',
    ],
    [
      'only empty lines',
      { mx: ['', ' '] },
      'mx null: A policy with the mode `testing` names at least one mail server',
    ],
  ])('%s', (_what, typed, fault) => {
    expect(faults(typed)).toEqual([fault])
  })

  test.each([
    ['10 mail1.example.com', 'the preference stays in the MX record; `mail1.example.com` would be'],
    ['https://mail1.example.com', 'it is an address of the web; `mail1.example.com` would be'],
    ['192.0.2.1', 'it is an IP address'],
    ['[2001:db8::1]', 'it is an IP address'],
    ['mail1.example.com:25', 'a port has no place in it; `mail1.example.com` would be'],
    ['a.example, b.example', 'it holds several names, and each needs a line of its own'],
    ['*', 'a `*` stands alone at the front, with a dot and a name behind it'],
    [
      '.example.com',
      'a `*` stands alone at the front, with a dot and a name behind it; `*.example.com` would be',
    ],
    ['mail_1.example.com', 'no mail server has an underscore in its name'],
    ['mail1..example.com', 'names have letters, digits, hyphens and dots'],
  ])('%s is no pattern', (text, why) => {
    expect(faults({ mx: ['mail1.example.com', text] })).toEqual([
      `mx 1: \`${text}\` is not the name of a mail server: ${why}`,
    ])
  })

  test('all of them at once, and a text that could break the sentence does not', () => {
    const typed = { mode: '`x`\n', maxAge: 'y'.repeat(500), mx: ['*', '_'], id: '-', ttl: 'z' }
    const found = faults(typed)
    expect(found).toHaveLength(6)
    for (const text of found) {
      expect(text).not.toContain('\n')
      expect(text.length).toBeLessThan(250)
      expect(text.split('`').length % 2).toBe(1)
    }
  })

  test('nothing that is typed makes it throw', () => {
    const text = fc.string({ maxLength: 60, unit: 'binary' })
    fc.assert(
      fc.property(text, text, fc.array(text, { maxLength: 4 }), text, text, text, (...typed) => {
        const [mode, maxAge, mx, id, ttl, zone] = typed
        expect(typeof read({ mode, maxAge, mx, id, ttl, zone }).ok).toBe('boolean')
      }),
    )
  })
})

describe('what is made', () => {
  test('a new record, and the canonical file', () => {
    const mine = choices({ maxAge: '604800', id: '2026083101' })
    expect(makeMtaSts(mine, TODAY.record)).toEqual({
      records: [
        {
          ...{ zone: 'example.com', name: NAME, type: 'TXT', ttl: 3600, replaces: [] },
          value: 'v=STSv1; id=2026083101',
        },
      ],
      policy:
        'version: STSv1\r\nmode: testing\r\nmx: mail1.example.com\r\nmx: mail2.example.com\r\nmax_age: 604800\r\n',
      notes: [],
    })
  })

  test('a record that stands there is replaced, whatever its form, and its id surpassed', () => {
    const record = stsStanding('example.com', txtFact(NAME, ['v=STSV1; id=2026091407;']))
    const mine = choices({}, { record })
    expect(mine.id).toBe('2026091408')
    expect(makeMtaSts(mine, record).records[0]?.replaces).toEqual(['v=STSV1; id=2026091407;'])
  })

  test('two records count as none: both go', () => {
    const texts = ['v=STSv1; id=2022022401;', 'v=STSv1; id=2022051701;']
    const record = stsStanding('example.com', txtFact(NAME, [...texts, 'v=spf1 -all']))
    const { records, notes } = makeMtaSts(choices({}, { record }), record)
    expect(records[0]?.replaces).toEqual(texts)
    expect(notes).toEqual([
      `\`${NAME}\` has 2 records of this kind, which count as none. Keep the new one only.`,
      `\`${NAME}\` has other TXT records too: \`v=spf1 -all\`. A tool that replaces all texts of a name takes them along.`,
    ])
  })

  test('behind an alias the record is changed where it stands, in the zone of that name', () => {
    const chain = [{ name: NAME, target: 'sts.provider.net', ttl: 60 }]
    const record = stsStanding('example.com', txtFact(NAME, ['v=STSv1; id=1'], { chain }))
    const { records, notes } = makeMtaSts(choices({}, { record }), record)
    expect(records[0]).toMatchObject({ name: 'sts.provider.net', zone: 'provider.net' })
    expect(notes).toEqual([
      `\`${NAME}\` is an alias of \`sts.provider.net\`, so the record is changed there.`,
    ])
  })

  test('where nobody could look, the reader is told to', () => {
    const source = { name: NAME, via: 'dns' } as const
    const record = stsStanding('example.com', failed('timeout', '', source))
    expect(makeMtaSts(choices(), record)).toMatchObject({
      records: [{ name: NAME, replaces: [] }],
      notes: [
        `Look at \`${NAME}\` first: if a record stands there, replace it. Two count as none.`,
      ],
    })
  })

  test('an id that is live already is said', () => {
    const record = stsStanding('example.com', txtFact(NAME, ['v=STSv1; id=1']))
    const { notes } = makeMtaSts(choices({ id: '1' }, { record }), record)
    expect(notes).toEqual([expect.stringMatching(/^The id `1` is live already/)])
  })

  test('the domain may lie below its zone', () => {
    const { records } = makeMtaSts(
      { ...choices(), domain: 'mail.example.com' },
      stsStanding('mail.example.com', undefined),
    )
    expect(records[0]).toMatchObject({ zone: 'example.com', name: '_mta-sts.mail.example.com' })
  })
})

test.each([
  ['v=STSv1; id=2026083101', ['2026083101']],
  ['v=STSV1;ID = abc ;', ['abc']],
  ['v=STSv1; id=2026-08-31', []],
  ['v=STSv1; uid=7', []],
  ['', []],
])('the id in %s', (text, ids) => {
  expect(idsIn([text])).toEqual(ids)
})
