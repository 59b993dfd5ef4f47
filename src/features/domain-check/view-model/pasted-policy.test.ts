import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bodyText } from '../../../facts/body-text.ts'
import { curlCommand, readPasted } from './pasted-policy.ts'

const POLICY = 'version: STSv1\nmode: none\nmax_age: 86400\n'
const head = (...lines: string[]) => `${lines.join('\r\n')}\r\n\r\n`

function pasted(text: string) {
  const fact = readPasted(text, 'example.com')
  const answer =
    fact.state === 'failed' ? undefined : fact.state === 'found' ? fact.value : fact.seen
  if (answer === undefined) throw new Error('an answer is always seen')
  return { fact, answer, body: bodyText(answer) }
}

describe('what was pasted', () => {
  test('the file alone', () => {
    const { fact, answer, body } = pasted(POLICY)
    expect(fact).toMatchObject({ state: 'found', source: { via: 'pasted' } })
    expect(answer).toMatchObject({ status: 200, bytes: POLICY.length })
    expect(body).toBe(POLICY)
  })

  test('a last line end that was lost in the selection is put back', () => {
    expect(pasted(POLICY.trimEnd()).body).toBe(POLICY)
  })

  test('the output of curl -i: status, media type and body', () => {
    const text = `${head('HTTP/2 200', 'content-type: text/plain; charset=utf-8')}${POLICY}`
    const { fact, answer, body } = pasted(text)
    expect(fact.state).toBe('found')
    expect(answer.mediaType).toBe('text/plain; charset=utf-8')
    expect(body).toBe(POLICY)
  })

  test('headers without a media type say that there was none', () => {
    expect(pasted(`${head('HTTP/1.1 200 OK', 'Server: x')}${POLICY}`).answer).not.toHaveProperty(
      'mediaType',
    )
  })

  test('interim answers and a proxy’s own come before the answer', () => {
    const before = head('HTTP/1.1 200 Connection established') + head('HTTP/1.1 103 Early Hints')
    const { answer, body } = pasted(
      `${before}${head('HTTP/1.1 200 OK', 'Content-Type: text/plain')}${POLICY}`,
    )
    expect(answer.status).toBe(200)
    expect(body).toBe(POLICY)
  })

  test.each([
    [['HTTP/1.1 404 Not Found'], { state: 'absent', how: '404' }],
    [['HTTP/1.1 410 Gone'], { state: 'absent', how: '404' }],
    [
      ['HTTP/1.1 301 Moved', 'Location: https://www.example.com/'],
      { state: 'faulty', reason: 'redirect', seen: { location: 'https://www.example.com/' } },
    ],
    [['HTTP/2 503', 'content-type: text/html'], { state: 'faulty', reason: 'status' }],
  ])('%j', (lines, expected) => {
    expect(pasted(head(...lines)).fact).toMatchObject(expected)
  })

  test('anything at all is read without throwing', () => {
    const line = fc.constantFrom(
      'HTTP/1.1 100 Continue',
      'HTTP/2 200',
      'a: b',
      '',
      ':',
      'mode: none',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(line).map((lines) => lines.join('\n')),
        ),
        (text) => {
          expect(pasted(text).answer.status).toBeGreaterThanOrEqual(100)
        },
      ),
    )
  })
})

test('the command asks for the one address, with the headers', () => {
  expect(curlCommand('example.com')).toBe(
    'curl -si --max-time 60 https://mta-sts.example.com/.well-known/mta-sts.txt',
  )
})
