import type { Fault } from '../../../svg/schema.ts'
import { defineRule } from '../../rule.ts'
import { quoted } from '../quoted.ts'
import { faultsOf, logoOf, SCHEMA_SPEC } from './logo-finding.ts'

const CODES = [
  'attribute.event',
  'attribute.style',
  'attribute.forbidden',
  'attribute.foreign',
  'attribute.value',
  'attribute.two-ids',
] as const

const error = 'error' as const

export const logoAttributes = defineRule({
  id: 'logo.attribute',
  title: 'The attributes of the logo',
  needs: ['logoDocument'],
  spec: SCHEMA_SPEC,
  why: 'Mailbox providers refuse a logo with any attribute or value that SVG Tiny PS has not.',
  messages: {
    'logo.attribute.event': {
      severity: error,
      title: ({ seen }: Fault) => `The attribute ${quoted(seen)} would run a script`,
      advice: () => 'Delete the attribute.',
    },
    'logo.attribute.style': {
      severity: error,
      title: ({ in: element }: Fault) => `The element ${quoted(element)} has a \`style\` attribute`,
      advice: () => 'Write each of its properties as an attribute of its own, such as `fill`.',
    },
    'logo.attribute.forbidden': {
      severity: error,
      title: ({ seen, in: element }: Fault) =>
        `SVG Tiny PS has no ${quoted(seen)} on ${quoted(element)}`,
      advice: () => 'Delete the attribute, or draw without it what it does.',
    },
    'logo.attribute.foreign': {
      severity: error,
      title: ({ seen }: Fault) => `The attribute ${quoted(seen)} is of another namespace`,
      advice: () => 'Delete the attribute; a `use` names its target with `href`, without prefix.',
    },
    'logo.attribute.value': {
      severity: error,
      title: ({ seen, value = '' }: Fault) =>
        value === ''
          ? `The value of ${quoted(seen)} is empty`
          : `${quoted(seen)} is ${quoted(value)}`,
      advice: ({ allowed = '' }: Fault) => `Write ${allowed}.`,
    },
    'logo.attribute.two-ids': {
      severity: error,
      title: ({ in: element }: Fault) =>
        `The element ${quoted(element)} has both \`id\` and \`xml:id\``,
      advice: () => 'Keep `id` and delete `xml:id`.',
    },
  },
  examples: {
    'logo.attribute.event': logoOf('<path onclick="a()"/>'),
    'logo.attribute.style': logoOf('<path style="fill:red"/>'),
    'logo.attribute.forbidden': logoOf('<path opacity=".5"/>'),
    'logo.attribute.foreign': logoOf('<path a:b="c" xmlns:a="urn:a"/>'),
    'logo.attribute.value': logoOf('<path fill-rule="odd"/>'),
    'logo.attribute.two-ids': logoOf('<path id="a" xml:id="b"/>'),
  },
  quiet: logoOf(),
  check({ logoDocument, source }, find) {
    return faultsOf(logoDocument.faults, CODES, source('logoDocument').name).map(
      ({ code, fault, at }) => find(`logo.${code}`, fault, at),
    )
  },
})
