import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isSameFile, readMessage } from './message.ts'

const SVG = btoa('<svg xmlns="http://www.w3.org/2000/svg"/>')

const message = (...lines: string[]) =>
  readMessage(
    lines.map((line) => {
      const colon = line.indexOf(':')
      return { name: line.slice(0, colon), value: line.slice(colon + 1).trim() }
    }),
  )

const ids = (...lines: string[]) => message(...lines).findings.map(({ id }) => id)

describe('a message that arrived', () => {
  test('in good order: what the receiver says', () => {
    const { findings, results, sender } = message(
      'Authentication-Results: mx.example.net; dmarc=pass (p=reject) header.from=example.com; bimi=pass header.d=example.com header.selector=default',
      'From: Katie <katie@example.com>',
    )
    expect(findings.map(({ id }) => id)).toEqual([
      'bimi.hdr.ar',
      'bimi.hdr.ar-props',
      'bimi.hdr.apple',
    ])
    expect(results).toHaveLength(1)
    expect(results[0]?.server).toBe('mx.example.net')
    expect(results[0]?.lines).toEqual([
      { result: 'dmarc=pass', details: '`header.from=example.com`, `p=reject`' },
      { result: 'bimi=pass', details: '`header.d=example.com`, `header.selector=default`' },
    ])
    expect(sender).toEqual({ domain: 'example.com', selector: null })
  })

  test('that failed DMARC, with two senders: errors first', () => {
    expect(
      ids(
        'Authentication-Results: mx.example.net; dmarc=fail header.from=example.com',
        'From: a@example.com, b@example.com',
      ),
    ).toEqual(['bimi.from.multiple', 'bimi.dmarc.alignment'])
  })

  test('has no findings of rules about domains', () => {
    expect(ids('From: a@example.com')).toEqual([])
  })

  test('with a selector: the check that it leads to', () => {
    const named = (selector: string) =>
      message('From: a@example.com', `BIMI-Selector: v=BIMI1; s=${selector}`).sender
    expect(named('summer')).toEqual({ domain: 'example.com', selector: 'summer' })
    expect(named('default')).toEqual({ domain: 'example.com', selector: null })
    expect(named('my_logo')).toEqual({ domain: 'example.com', selector: null })
  })

  test('with a logo in it', () => {
    const folded = `${SVG.slice(0, 20)} ${SVG.slice(20)}`
    expect(message('From: a@example.com', `BIMI-Indicator: ${folded}`).logo).toBe(SVG)
    expect(message('From: a@example.com', 'BIMI-Indicator: not base64!').logo).toBe(null)
  })

  test('text from outside cannot leave its code', () => {
    const { results } = message('Authentication-Results: mx.example.net; spf=fail (`x` y)')
    expect(results[0]?.lines[0]?.details).toBe('`ˋxˋ y`')
  })
})

test('files are compared byte for byte', () => {
  expect(isSameFile(SVG, SVG)).toBe(true)
  expect(isSameFile(SVG, btoa('<svg/>'))).toBe(false)
  expect(isSameFile('%', '%')).toBe(false)
})

test('never throws', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string(), fc.string())), (pairs) => {
      readMessage([
        ...pairs.map(([name, value]) => ({ name, value })),
        ...pairs.map(([, value]) => ({ name: 'Authentication-Results', value })),
        ...pairs.map(([, value]) => ({ name: 'BIMI-Selector', value })),
      ])
    }),
  )
})
