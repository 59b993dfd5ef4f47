import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { recogniseFile, recogniseText, type FileKind } from './recognise.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const POLICY = 'version: STSv1\r\nmode: enforce\r\nmx: mail.example.com\r\nmax_age: 604800\r\n'
const REPORT = '{"organization-name":"Example","report-id":"1","policies":[]}'

describe('by its text', () => {
  test.each<[string, FileKind, string]>([
    ['a policy file', 'policy', POLICY],
    ['line ends of its own', 'policy', POLICY.replaceAll('\r\n', '\r')],
    ['a byte order mark first', 'policy', `\ufeff${POLICY}`],
    ['blank lines first', 'policy', `\n\n  ${POLICY}`],
    ['keys in capitals', 'policy', 'VERSION: STSv1\nMODE: none\n'],
    ['only hosts', 'policy', 'mx: mail.example.com\n'],
    ['a misspelt version alone', 'policy', 'version: STSV1\n'],
    ['keys in quotes', 'policy', '"mode": testing\n"max_age": 86400\n'],
    ['one word that others use too', 'text', 'version: 3\nservices:\n  web: nginx\n'],
    ['a record, not a file', 'text', 'v=STSv1; id=20260831'],
    ['prose', 'text', 'The mx: of this domain moved last week.'],
    ['a TLS report', 'tls-report', REPORT],
    ['a TLS report, spread out', 'tls-report', `\n{ "policies" : [ ],\n "date-range" : {} }`],
    ['other JSON with policies', 'json', '{"policies":[1]}'],
    ['a saved report of ours', 'signet-report', '{"schema": "signet-report/1", "findings": []}'],
    ['a mail', 'mail', `Received: from a by b\nSubject: Report\nFrom: a@example.com\n\n${POLICY}`],
    ['a mailbox', 'mail', 'From a@b Mon Sep 1\nReturn-Path: <a@b>\nDate: today\n\nhello'],
    ['one header is no mail', 'text', 'Subject: hello\n\nhello'],
    ['a drawing', 'svg', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    [
      'a drawing behind its prologue',
      'svg',
      '<?xml version="1.0"?>\n<!-- <html> -->\n<svg width="1">',
    ],
    ['a drawing with a prefix', 'svg', '<s:svg xmlns:s="http://www.w3.org/2000/svg"></s:svg>'],
    ['a web page', 'web-page', '<!DOCTYPE html><title>404</title>'],
    ['a web page that draws only in a comment', 'web-page', '<html><!-- <svg> --></html>'],
    ['other XML', 'text', '<feed></feed>'],
    [
      'a certificate',
      'pem',
      'subject=CN\n-----BEGIN CERTIFICATE-----\nMII\n-----END CERTIFICATE-----',
    ],
    ['blanks', 'empty', ' \r\n\t'],
  ])('%s: %s', (_, kind, text) => {
    expect(recogniseFile(bytes(text))).toBe(kind)
    expect(recogniseText(text.replace(/^\ufeff/, ''))).toBe(kind)
  })
})

describe('by its bytes', () => {
  test.each<[string, FileKind, number[]]>([
    ['nothing', 'empty', []],
    ['gzip', 'gzip', [0x1f, 0x8b, 8, 0]],
    ['zip', 'zip', [0x50, 0x4b, 3, 4]],
    ['an empty zip', 'zip', [0x50, 0x4b, 5, 6]],
    ['DER', 'der', [0x30, 0x82, 4, 1]],
    ['PNG', 'picture', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
    ['JPEG', 'picture', [0xff, 0xd8, 0xff, 0xe0]],
    ['WebP', 'picture', [...bytes('RIFF'), 0, 0, 0, 0, ...bytes('WEBP')]],
    [
      'UTF-16 from an editor',
      'policy',
      [0xff, 0xfe, ...[...POLICY].flatMap((c) => [c.charCodeAt(0), 0])],
    ],
    [
      'UTF-16 the other way',
      'policy',
      [0xfe, 0xff, ...[...POLICY].flatMap((c) => [0, c.charCodeAt(0)])],
    ],
    ['binary', 'unknown', [0, 1, 2, 3]],
  ])('%s', (_, kind, content) => expect(recogniseFile(new Uint8Array(content))).toBe(kind))
})

test('any bytes are something, and quickly', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 4096 }), (content) => {
      expect(recogniseFile(content)).toMatch(/^[a-z-]+$/)
    }),
  )
  const long = bytes('<!--'.repeat(200_000))
  const begun = performance.now()
  recogniseFile(long)
  recogniseFile(bytes(' '.repeat(500_000)))
  expect(performance.now() - begun).toBeLessThan(1000)
})
