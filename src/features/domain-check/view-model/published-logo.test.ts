import { expect, test } from 'vitest'
import { encodeBase64 } from '../../../protocols/text/utf8.ts'
import { publishedLogo } from './published-logo.ts'

const ROOT = '<svg xmlns="http://www.w3.org/2000/svg" version="1.2" baseProfile="tiny-ps">'
const served = (text: string, truncated = false) => ({
  url: 'https://example.com/bimi/finch.svg?v=2',
  status: 200,
  bytes: text.length,
  body: encodeBase64(new TextEncoder().encode(text)),
  truncated,
  elapsedMs: 5,
})

test.each([
  ['a good one', `${ROOT}<title>A</title></svg>`, true, 'allows'],
  ['two places', `${ROOT}<g opacity="1"/></svg>`, false, 'two places'],
  ['a page', '<!doctype html><p>no</p>', false, 'it is an HTML page'],
  ['a document type', `<!DOCTYPE svg>${ROOT}<title>A</title></svg>`, false, 'its XML'],
])('%s', (_, text, fits, words) => {
  const logo = publishedLogo(served(text))
  expect(logo).toMatchObject({ name: 'finch.svg', fits })
  expect(logo?.words).toContain(words)
})

test('what was cut off fits nothing', () =>
  expect(publishedLogo(served(`${ROOT}<title>A</title></svg>`, true))).toMatchObject({
    fits: false,
    words: 'The file is too large to be looked into here.',
  }))

test('what is no base64 is no logo', () =>
  expect(publishedLogo({ ...served(''), body: '%' })).toBeNull())
