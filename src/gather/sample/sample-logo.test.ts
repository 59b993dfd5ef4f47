import { expect, test } from 'vitest'
import { readLogo } from '../../svg/logo.ts'
import { sampleLogo } from './sample-logo.ts'

test('the logo of a sample is a BIMI logo', () => {
  const text = sampleLogo('Brand', '#7a1f2b', '#fff6e3')
  expect(readLogo(new TextEncoder().encode(text)).schemaValid).toBe(true)
})
