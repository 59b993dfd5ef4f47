import { expect, test } from 'vitest'
import { headersFile, SECURITY_HEADERS } from './security-headers.ts'

const policy = new Map(
  SECURITY_HEADERS['Content-Security-Policy']?.split('; ').map((directive) => {
    const [name = '', ...values] = directive.split(' ')
    return [name, values] as const
  }),
)

test('no script and no style but those of our own files', () => {
  expect(policy.get('default-src')).toEqual(["'none'"])
  expect(policy.get('script-src')).toEqual(["'self'"])
  expect(policy.get('style-src')).toEqual(["'self'"])
  expect(SECURITY_HEADERS['Content-Security-Policy']).not.toMatch(/unsafe|nonce|\*|http:/)
})

test('scripts come through trusted types only', () => {
  expect(policy.get('require-trusted-types-for')).toEqual(["'script'"])
  expect(policy.has('trusted-types')).toBe(true)
})

test('nobody frames the page, and nothing changes its base', () => {
  expect(policy.get('frame-ancestors')).toEqual(["'none'"])
  expect(policy.get('base-uri')).toEqual(["'none'"])
})

test('the file for static hosts has every header under the pattern for all paths', () => {
  const [everywhere = '', assets = ''] = headersFile().split('/assets/*\n')
  expect(everywhere.split('\n')[0]).toBe('/*')
  for (const [name, value] of Object.entries(SECURITY_HEADERS))
    expect(everywhere).toContain(`\n  ${name}: ${value}\n`)
  expect(assets).toBe('  Cache-Control: public, max-age=31536000, immutable\n')
})
