import { expect, test } from 'vitest'
import { givenPolicyOf } from '../../gather/given-policy.ts'
import { leadsTo, pageOf, receiveFiles, receiveText } from './intake.ts'
import { RECEIVED_WORDS } from './received-words.ts'

const POLICY = 'version: STSv1\nmode: none\nmax_age: 86400\n'

test('files are what their bytes are, whatever their names', async () => {
  const received = await receiveFiles([
    new File([POLICY], 'logo.svg'),
    new File(['<svg/>'], 'mta-sts.txt'),
    new File([], 'report.json'),
  ])
  expect(received.map(({ name, kind }) => [name, kind])).toEqual([
    ['logo.svg', 'policy'],
    ['mta-sts.txt', 'svg'],
    ['report.json', 'empty'],
  ])
  expect(new Set(received.map(({ key }) => key)).size).toBe(3)
})

test('one policy file leads to its page, byte by byte', async () => {
  const page = leadsTo(await receiveFiles([new File([POLICY], 'mta-sts.txt')]))
  expect(page?.path).toBe('/check/file')
  const given = givenPolicyOf(page?.state)
  expect(given?.name).toBe('mta-sts.txt')
  expect(new TextDecoder().decode(given?.bytes)).toBe(POLICY)
})

test('a pasted policy leads there too', () => {
  expect(givenPolicyOf(leadsTo([receiveText(POLICY)])?.state)?.name).toBe('pasted text')
})

test('several things are listed, each with the way to its page', async () => {
  const received = await receiveFiles([new File([POLICY], 'a.txt'), new File([POLICY], 'b.txt')])
  expect(leadsTo(received)).toBeNull()
  expect(received.map((one) => pageOf(one)?.path)).toEqual(['/check/file', '/check/file'])
})

test('what cannot be checked leads nowhere and is still there', async () => {
  const received = await receiveFiles([new File(['<svg/>'], 'logo.svg')])
  expect(leadsTo(received)).toBeNull()
  expect(received).toHaveLength(1)
})

test('a folder is told from a file', async () => {
  const folder = new File([], 'reports')
  folder.slice = () => {
    throw new DOMException('a folder', 'NotReadableError')
  }
  const [received] = await receiveFiles([folder])
  expect(received?.kind).toBe('unreadable')
})

test('words for every kind are sentences', () => {
  for (const { is, what } of Object.values(RECEIVED_WORDS)) {
    expect(is).toMatch(/^[A-Z].*[^.]$/)
    expect(what).toMatch(/^[A-Z].*\.$/)
  }
})
