import { expect, test } from 'vitest'
import { RULES } from './catalogue.ts'
import { specAddress, specName } from './spec-address.ts'

test.each([
  [
    'RFC 8461',
    '3.1',
    'https://www.rfc-editor.org/rfc/rfc8461#section-3.1',
    'RFC 8461, section 3.1',
  ],
  ['RFC 8461', 'A', 'https://www.rfc-editor.org/rfc/rfc8461#appendix-A', 'RFC 8461, appendix A'],
  ['UTS #46', '4', 'https://www.unicode.org/reports/tr46/', 'UTS #46, section 4'],
  ['Unicode TR39', '4', 'https://www.unicode.org/reports/tr39/', 'Unicode TR39, section 4'],
  ['A paper', 'On Mail', null, 'A paper, “On Mail”'],
])('%s section %s', (document, section, address, name) => {
  expect(specAddress({ document, section })).toBe(address)
  expect(specName({ document, section })).toBe(name)
})

test('every specification that a rule names can be read', () => {
  for (const spec of RULES.flatMap((rule) => rule.spec))
    expect(specAddress(spec)).toMatch(/^https:\/\/[a-z0-9.-]+\//)
})
