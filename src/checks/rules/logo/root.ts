import type { Fault } from '../../../svg/schema.ts'
import { defineRule } from '../../rule.ts'
import { quoted } from '../quoted.ts'
import { faultsOf, logoOf, logoText, SCHEMA_SPEC } from './logo-finding.ts'

const CODES = [
  'xml.namespace',
  'root.version',
  'root.base-profile',
  'root.position',
  'title.missing',
  'title.not-first',
  'title.duplicate',
] as const

const error = 'error' as const
const NAMESPACE = 'http://www.w3.org/2000/svg'
const root = (attributes: string, inner = '<title>Example</title>') =>
  logoText(`<svg xmlns="${NAMESPACE}" ${attributes}>${inner}</svg>`)

export const logoRoot = defineRule({
  id: 'logo.root',
  title: 'The opening of the logo',
  needs: ['logoDocument'],
  spec: SCHEMA_SPEC,
  why: 'The root says that the file is SVG Tiny PS, and its title names the organisation. Without them it is refused.',
  messages: {
    'logo.xml.namespace': {
      severity: error,
      title: ({ seen }: Fault) =>
        seen === ''
          ? 'The root has no namespace'
          : `The root is of the namespace ${quoted(seen)}, which is not that of SVG`,
      advice: () => `Write \`xmlns="${NAMESPACE}"\` on the root.`,
    },
    'logo.root.version': {
      severity: error,
      title: ({ value }: Fault) =>
        value === undefined ? 'The root has no `version`' : `The version is ${quoted(value)}`,
      advice: () => 'Write `version="1.2"` on the root.',
    },
    'logo.root.base-profile': {
      severity: error,
      title: ({ value }: Fault) =>
        value === undefined ? 'The root has no `baseProfile`' : `The profile is ${quoted(value)}`,
      advice: () =>
        'Write `baseProfile="tiny-ps"` on the root, and look at the published file again: SVG sanitizers of content management systems strip it.',
    },
    'logo.root.position': {
      severity: error,
      title: ({ seen }: Fault) => `The root has the attribute ${quoted(seen)}`,
      advice: () => 'Delete `x` and `y` from the root, where Illustrator leaves them.',
    },
    'logo.title.missing': {
      severity: error,
      title: () => 'The logo has no title',
      advice: () => 'Put a `title` with the name of your organisation first into the root.',
    },
    'logo.title.not-first': {
      severity: error,
      title: () => 'The title is not the first element of the logo',
      advice: () => 'Move the `title` to the front, right after the root’s opening tag.',
    },
    'logo.title.duplicate': {
      severity: error,
      title: () => 'The logo has another title',
      advice: () => 'Delete all titles but the first.',
    },
  },
  examples: {
    'logo.xml.namespace': logoText('<svg version="1.2" baseProfile="tiny-ps"/>'),
    'logo.root.version': root('baseProfile="tiny-ps"'),
    'logo.root.base-profile': root('version="1.2"'),
    'logo.root.position': root('version="1.2" baseProfile="tiny-ps" x="0"'),
    'logo.title.missing': root('version="1.2" baseProfile="tiny-ps"', ''),
    'logo.title.not-first': root(
      'version="1.2" baseProfile="tiny-ps"',
      '<g/><title>Example</title>',
    ),
    'logo.title.duplicate': logoOf('<title>Example</title>'),
  },
  quiet: logoOf(),
  check({ logoDocument, source }, find) {
    return faultsOf(logoDocument.faults, CODES, source('logoDocument').name).map(
      ({ code, fault, at }) => find(`logo.${code}`, fault, at),
    )
  },
})
