import fc from 'fast-check'
import { expect, test } from 'vitest'
import { goldens, repairedBy, svg } from '../../testing/repaired-by.ts'
import { readLogo } from '../logo.ts'
import { ids } from './ids.ts'

goldens(ids, [
  ['proper names', '<g id="a"/><g id="b.c-d_é"/><g xml:id="e"/>', null],
  [
    'one that something refers to',
    '<linearGradient id="1 a"/><path fill="url(#1 a)" stroke="url(\'#1 a\') red"/><linearGradient href="#1 a"/>',
    '<linearGradient id="_1_a"/><path fill="url(#1 a)" stroke="url(#_1_a) red"/><linearGradient href="#_1_a"/>',
  ],
  [
    'a name that is taken',
    '<g id="_1"/><linearGradient id="1"/><path fill="url(#1)"/>',
    '<g id="_1"/><linearGradient id="_1-2"/><path fill="url(#_1-2)"/>',
  ],
  ['one that nothing refers to', '<g id="1"/><g id=""/><g id="a:b"/>', '<g/><g/><g/>'],
  ['one twice', '<g id="a"/><g id="a"/>', '<g id="a"/><g/>'],
  ['two on one', '<g id="a" xml:id="b"/>', '<g id="a"/>'],
])

test('whatever an id is, what refers to it finds it, and the schema takes it', () => {
  const id = fc.string({ minLength: 1, maxLength: 8, unit: fc.constantFrom(...'a1-.:é_#€') })
  fc.assert(
    fc.property(id, (id) => {
      const { text } = repairedBy(
        ids,
        svg(`<linearGradient id="${id}"/><path fill="url('#${id}')"/>`),
      )
      const match = /id="([^"]*)".*url\((?:'#|#)([^')]*)/.exec(text)
      expect(match?.[1]).toBe(match?.[2])
      const { faults } = readLogo(new TextEncoder().encode(text))
      expect(faults.filter(({ code }) => code === 'attribute.value')).toEqual([])
    }),
    { numRuns: 100 },
  )
})
