import { expect, test } from 'vitest'
import { policyAnswer, policyFileFact, policyUrl } from '../build.ts'
import { failed, faulty, type Source } from '../fact.ts'
import { bodyText } from '../body-text.ts'
import { derive } from './derive.ts'

const POLICY = 'version: STSv1\nmode: none\nmax_age: 86400\n'
const source: Source = { name: policyUrl('example.com'), via: 'proxy' }

test('a file that was found is read, at the places of the text that is shown', () => {
  const latin = Uint8Array.from([...new TextEncoder().encode(POLICY), 0xe9])
  for (const body of [POLICY, `\ufeff${POLICY}`, latin]) {
    const file = policyFileFact('example.com', body)
    const { mtaStsPolicy } = derive({ mtaStsPolicyFile: file })
    if (mtaStsPolicy?.state !== 'found' || file.state !== 'found') throw new Error('not found')
    expect(mtaStsPolicy.value.text).toBe(bodyText(file.value))
    expect(mtaStsPolicy.value.value === null).toBe(body !== POLICY)
    expect(mtaStsPolicy.source.name).toBe('https://mta-sts.example.com/.well-known/mta-sts.txt')
  }
})

test('a file that no sender gets is in the same state, with what was seen', () => {
  const seen = policyAnswer('example.com', POLICY, { status: 301 })
  const { mtaStsPolicy } = derive({
    mtaStsPolicyFile: faulty('redirect', '301', source, seen),
  })
  expect(mtaStsPolicy).toMatchObject({ state: 'faulty', reason: 'redirect', seen: { ours: true } })
  expect(derive({ mtaStsPolicyFile: failed('timeout', '', source) }).mtaStsPolicy?.state).toBe(
    'failed',
  )
  expect(derive({}).mtaStsPolicy).toBeUndefined()
})
