import { expect, test } from 'vitest'
import { isFakeALabel, mixedScripts, toULabels } from './idn.ts'

test.each([
  ['xn--mller-kva.example', 'müller.example'],
  ['xn--fa-hia.example', 'faß.example'],
  ['xn--e1afmkfd.xn--p1ai', 'пример.рф'],
  ['xn--n3h.example', '☃.example'],
  ['xn--0.example', 'xn--0.example'], // stays as it is
  ['example.com', 'example.com'],
])('%s is shown as %s', (name, shown) => expect(toULabels(name)).toBe(shown))

test.each([
  ['xn--mller-kva', false],
  ['xn--ls8h', false], // an emoji: registered by some
  ['mller', false],
  ['xn--0', true], // no Punycode
  ['xn--', true],
  ['xn--abc-', true], // decodes to ASCII
  ['xn--a-ecp', true], // decodes to a character that UTS #46 maps to another
])('%s: fake %s', (label, fake) => expect(isFakeALabel(label)).toBe(fake))

test.each([
  ['paypal', []],
  ['p\u0430ypal', ['Latin', 'Cyrillic']],
  ['\u03bfk', ['Latin', 'Greek']],
  ['пример-2', []],
  ['müller', []],
  ['東京タワーabc', []], // Japanese mixes them
  ['한국abc', []],
  ['한국ひら', ['Hiragana', 'Hangul']],
])('%s: %j', (label, scripts) => expect(mixedScripts(label)).toEqual(scripts))
