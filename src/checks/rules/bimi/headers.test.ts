import { describe, expect, test } from 'vitest'
import { judgeAll } from '../../../testing/judge-all.ts'
import { addressesIn, tagList } from '../../../protocols/received-headers/header-field.ts'
import { headerExample } from './headers-receiver.ts'
import { BIMI_RULES } from './list.ts'

const AR = 'Authentication-Results: mx.example.net;'
const SIGNED = 'DKIM-Signature: v=1; d=example.com; h=From : Subject : BIMI-Selector; b=x'

describe('headers of a received message', () => {
  test.each<[string, string[], string[]]>([
    ['nothing about BIMI', ['From: Katie <katie@example.com>', 'Subject: Hello'], []],
    ['dmarc passed', [`${AR} dmarc=pass header.from=example.com`], []],
    [
      'dmarc failed',
      [`${AR} dmarc=fail (p=none) header.from=example.com`],
      ['error bimi.dmarc.alignment'],
    ],
    [
      'bimi passed',
      [`${AR} bimi=pass header.d=example.com header.selector=default policy.authority=pass`],
      ['notice bimi.hdr.apple', 'notice bimi.hdr.ar', 'notice bimi.hdr.ar-props'],
    ],
    ['bimi skipped', [`${AR} bimi=skipped (DMARC)`], ['notice bimi.hdr.ar']],
    [
      'the topmost receiver counts',
      [
        `${AR} dmarc=pass`,
        'Authentication-Results: liar.example; dmarc=fail header.from=example.com',
      ],
      [],
    ],
    ['two authors', ['From: a@example.com, b@example.com'], ['error bimi.from.multiple']],
    [
      'two From fields',
      ['From: a@example.com', 'From: b@example.com'],
      ['error bimi.from.multiple'],
    ],
    ['an at sign in a name', ['From: "a@b, c@d" <katie@example.com>'], []],
    ['a signed selector', ['BIMI-Selector: v=BIMI1; s=summer', SIGNED], []],
    [
      'a selector that is not signed',
      ['BIMI-Selector: v=BIMI1; s=summer'],
      ['warning bimi.hdr.selector-signed'],
    ],
    [
      'a selector that cannot be read',
      ['BIMI-Selector: s=summer', SIGNED],
      ['error bimi.hdr.selector'],
    ],
    [
      'a selector with an underscore',
      ['BIMI-Selector: v=BIMI1; s=my_logo', SIGNED],
      ['error bimi.hdr.selector'],
    ],
    [
      'a location by the sender',
      ['BIMI-Location: v=BIMI1; l=x'],
      ['error bimi.hdr.location-by-sender'],
    ],
    [
      'a location by the receiver',
      [`${AR} bimi=none`, 'BIMI-Location: v=BIMI1; l=x'],
      ['notice bimi.hdr.ar'],
    ],
    [
      'a signed location',
      ['DKIM-Signature: v=1; h=from:BIMI-Location; b=x'],
      ['warning bimi.hdr.location-signed'],
    ],
    [
      'an embedded logo',
      ['BIMI-Indicator: PHN2Zy8+'],
      ['error bimi.hdr.location-by-sender', 'notice bimi.hdr.indicator'],
    ],
  ])('%s', (_, lines, expected) => {
    expect(judgeAll(BIMI_RULES, headerExample(...lines).facts).sort()).toEqual([...expected].sort())
  })
})

test('tag lists and addresses', () => {
  expect([...tagList('v=1; h=a :\r\n b; h=c; x')]).toEqual([
    ['h', 'a : b'],
    ['v', '1'],
  ])
  expect(addressesIn('"x@y" <a@b.example>, (c@d) e@f.example')).toEqual([
    'a@b.example',
    'e@f.example',
  ])
})
