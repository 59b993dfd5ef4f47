import { describe, expect, test } from 'vitest'
import { parseDmarcRecord, type DmarcRecord } from './record.ts'
import { effectivePolicy, organizationalDomain, softened, walkNames, walked } from './tree-walk.ts'

const record = (text: string): DmarcRecord | null => parseDmarcRecord(text).value

/** Answers of a walk: what is not named has no record. */
function answers(start: string, records: Record<string, string>) {
  return walkNames(start).map((name) => ({ name, record: record(records[name] ?? '') }))
}

describe('names of the walk', () => {
  test.each([
    ['example.com', ['example.com', 'com']],
    ['a.mail.example.com', ['a.mail.example.com', 'mail.example.com', 'example.com', 'com']],
    ['com', ['com']],
    [
      'a.b.c.d.e.f.g.h.i.j.mail.example.com',
      [
        'a.b.c.d.e.f.g.h.i.j.mail.example.com',
        'g.h.i.j.mail.example.com',
        'h.i.j.mail.example.com',
        'i.j.mail.example.com',
        'j.mail.example.com',
        'mail.example.com',
        'example.com',
        'com',
      ],
    ],
    // Seven labels: one is removed; eight: all but seven are kept, which removes one too.
    [
      'a.b.c.d.e.example.com',
      [
        'a.b.c.d.e.example.com',
        'b.c.d.e.example.com',
        'c.d.e.example.com',
        'd.e.example.com',
        'e.example.com',
        'example.com',
        'com',
      ],
    ],
    [
      'a.b.c.d.e.f.example.com',
      [
        'a.b.c.d.e.f.example.com',
        'b.c.d.e.f.example.com',
        'c.d.e.f.example.com',
        'd.e.f.example.com',
        'e.f.example.com',
        'f.example.com',
        'example.com',
        'com',
      ],
    ],
  ])('%s', (start, names) => expect(walkNames(start)).toEqual(names))
})

describe('organizational domain', () => {
  test.each<[string, Record<string, string>, string]>([
    [
      'a.mail.example.com',
      { 'example.com': 'v=DMARC1; p=none', 'mail.example.com': 'v=DMARC1; p=none' },
      'example.com',
    ],
    [
      'a.mail.example.com',
      { 'mail.example.com': 'v=DMARC1; p=none; psd=n', 'example.com': 'v=DMARC1; p=none' },
      'mail.example.com',
    ],
    ['a.b.gov.example', { 'gov.example': 'v=DMARC1; p=none; psd=y' }, 'b.gov.example'],
    ['a.b.example.com', {}, 'a.b.example.com'],
    ['a.b.c.d.e.f.g.h.i.j.mail.example.com', {}, 'a.b.c.d.e.f.g.h.i.j.mail.example.com'],
    // psd=y at the start name itself is not a step up
    ['gov.example', { 'gov.example': 'v=DMARC1; p=none; psd=y' }, 'gov.example'],
    ['example.com', { 'example.com': 'v=DMARC1; p=none' }, 'example.com'],
  ])('%s with %o', (start, records, expected) =>
    expect(organizationalDomain(answers(start, records))).toBe(expected),
  )

  test('the walk ends at psd', () => {
    const path = walked(
      answers('a.b.gov.example', {
        'gov.example': 'v=DMARC1; p=none; psd=y',
        example: 'v=DMARC1; p=reject',
      }),
    )
    expect(path.map(({ name }) => name)).toEqual([
      'a.b.gov.example',
      'b.gov.example',
      'gov.example',
    ])
  })
})

describe('the policy that applies', () => {
  test.each<[string, Record<string, string>, boolean, string | null]>([
    [
      'example.com',
      { 'example.com': 'v=DMARC1; p=reject; sp=none' },
      true,
      'reject by p from example.com',
    ],
    [
      'a.example.com',
      { 'example.com': 'v=DMARC1; p=reject; sp=none' },
      true,
      'none by sp from example.com',
    ],
    [
      'a.example.com',
      { 'example.com': 'v=DMARC1; p=reject' },
      true,
      'reject by p from example.com',
    ],
    [
      'a.example.com',
      { 'example.com': 'v=DMARC1; p=none; sp=none; np=reject' },
      false,
      'reject by np from example.com',
    ],
    [
      'a.example.com',
      { 'example.com': 'v=DMARC1; p=none; sp=quarantine' },
      false,
      'quarantine by sp from example.com',
    ],
    [
      'a.example.com',
      { 'example.com': 'v=DMARC1; p=none; np=reject' },
      true,
      'none by p from example.com',
    ],
    [
      'a.example.com',
      { 'a.example.com': 'v=DMARC1; p=none', 'example.com': 'v=DMARC1; p=reject' },
      true,
      'none by p from a.example.com',
    ],
    [
      'a.gov.example',
      { 'gov.example': 'v=DMARC1; p=reject; psd=y' },
      true,
      'reject by p from gov.example',
    ],
    ['example.com', {}, true, null],
    // a record without policy counts as none when it has a target for reports
    [
      'example.com',
      { 'example.com': 'v=DMARC1; rua=mailto:d@example.com' },
      true,
      'none by p from example.com',
    ],
  ])('%s with %o, exists: %s', (start, records, exists, expected) => {
    const effective = effectivePolicy(answers(start, records), exists)
    const words = effective && `${effective.policy} by ${effective.tag} from ${effective.from}`
    expect(words).toBe(expected)
  })
})

test('test mode takes one step off', () => {
  expect(
    ['reject', 'quarantine', 'none'].map((policy) => softened(policy as 'reject', true)),
  ).toEqual(['quarantine', 'none', 'none'])
  expect(softened('reject', false)).toBe('reject')
})
