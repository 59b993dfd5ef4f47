import { gunzipSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { givenPolicyOf } from '../../gather/given-policy.ts'
import { leadsTo, LOGO_BYTES, pageOf, receiveFiles, receiveText } from './intake.ts'
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
  const received = await receiveFiles([new File(['-----BEGIN CERTIFICATE-----'], 'logo.svg')])
  expect(leadsTo(received)).toBeNull()
  expect(received).toHaveLength(1)
})

describe('logos', () => {
  const packed = (text: string) => new File([new Uint8Array(gzipSync(text))], 'logo.svgz')
  const PNG = new File([Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])], 'logo.svg')

  test('one or many lead to the logo lab, byte by byte', async () => {
    const received = await receiveFiles([new File(['<svg/>'], 'a.txt'), packed('<svg a="b"/>')])
    expect(received.map(({ kind, logo }) => [kind, logo?.name, logo?.size])).toEqual([
      ['svg', 'a.txt', 6],
      ['svg', 'logo.svgz', received[1]?.logo?.bytes?.length],
    ])
    expect(new TextDecoder().decode(gunzipSync(received[1]?.logo?.bytes ?? ''))).toBe(
      '<svg a="b"/>',
    )
    expect(leadsTo(received)).toEqual({ path: '/logo', state: { logo: received[0]?.key } })
  })

  test('pasted source leads there as well, on one line too', () => {
    const pasted = receiveText('<svg xmlns="http://www.w3.org/2000/svg"/>')
    expect(leadsTo([pasted])?.path).toBe('/logo')
    expect(pasted.logo).toMatchObject({ name: 'pasted.svg', via: 'pasted' })
  })

  test.each([
    ['a report in an archive', packed('{"organization-name":"a","policies":[]}')],
    ['a damaged archive', new File([Uint8Array.from([0x1f, 0x8b, 1, 2])], 'logo.svgz')],
    ['a bitmap', PNG],
  ])('%s is none, except on the page of the logo lab', async (_, file) => {
    const [elsewhere] = await receiveFiles([file])
    expect(elsewhere?.logo).toBeNull()
    const [there] = await receiveFiles([file], true)
    expect(there?.logo).not.toBeNull()
  })

  test('a policy stays a policy there', async () => {
    const received = await receiveFiles([new File([POLICY], 'mta-sts.txt')], true)
    expect(leadsTo(received)?.path).toBe('/check/file')
  })

  test('what is far larger than a logo is told by its size, and not read', async () => {
    const large = new File([`<svg>${' '.repeat(LOGO_BYTES)}</svg>`], 'large.svg')
    const [received] = await receiveFiles([large])
    expect(received?.logo).toMatchObject({ bytes: null, size: LOGO_BYTES + 11 })
  })
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
