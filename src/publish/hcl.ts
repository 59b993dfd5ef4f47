/**
 * Terraform's language: strings, resources, and the `import` blocks (Terraform 1.5 and later) by which a record that
 * exists already is taken over instead of being made a second time.
 */
import { relativeName, type Output, type ZoneRecord } from './record.ts'

/** A quoted template without anything that is replaced in it: `${` and `%{` are written `$${` and `%%{`. */
export function hclString(text: string): string {
  const inner = text
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')
    .replaceAll(/[$%](?=\{)/g, (sign) => sign + sign)
    .replaceAll(/\p{Cc}/gu, (c) => `\\u${(c.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`)
  return `"${inner}"`
}

export interface Resource {
  /** `aws_route53_record` */
  kind: string
  record: ZoneRecord
  /** Name and expression, in order. */
  attributes: [name: string, expression: string][]
  /** Nested blocks, one attribute each. */
  blocks?: [name: string, attribute: [name: string, expression: string]][]
  /** Expression of the identifier by which a record that exists is imported. */
  importId: string
}

/** A file of resources; `ofImports` are the placeholders that only an import block has. */
export function hclOutput(
  resources: readonly Resource[],
  replaceHere: readonly string[],
  notes: readonly string[],
  ofImports: readonly string[] = [],
): Output {
  const isImported = resources.some(({ record }) => record.replaces.length > 0)
  return {
    text: hclText(resources),
    fileName: 'records.tf',
    language: 'hcl',
    replaceHere: [...replaceHere, ...(isImported ? ofImports : [])],
    notes: [...(isImported ? [IMPORT_NOTE] : []), ...notes],
  }
}

/** What is said wherever records are imported. */
const IMPORT_NOTE =
  'A record exists. The `import` block takes it over, so that the plan shows one change and no second record. Leave the block out if your configuration has the record already, and change its value there.'

/** All resources, each with its import block where a record exists. */
export function hclText(resources: readonly Resource[]): string {
  const labels = labelsOf(resources)
  return resources.map((resource, place) => resourceText(resource, labels[place] ?? '')).join('\n')
}

function resourceText(resource: Resource, label: string): string {
  const { kind, record, attributes, blocks = [], importId } = resource
  const nested = blocks.map(
    ([name, [key, expression]]) => `\n  ${name} {\n    ${key} = ${expression}\n  }\n`,
  )
  const body = `resource "${kind}" "${label}" {\n${aligned(attributes)}${nested.join('')}}\n`
  if (record.replaces.length === 0) return body
  const taken = aligned([
    ['to', `${kind}.${label}`],
    ['id', importId],
  ])
  return `import {\n${taken}}\n\n${body}`
}

function aligned(attributes: readonly (readonly [name: string, expression: string])[]): string {
  const width = Math.max(...attributes.map(([name]) => name.length))
  return attributes
    .map(([name, expression]) => `  ${name.padEnd(width)} = ${expression}\n`)
    .join('')
}

/** `mta_sts` for `_mta-sts`; unlike for each resource of a kind. */
function labelsOf(resources: readonly Resource[]): string[] {
  const used = new Set<string>()
  return resources.map(({ kind, record }) => {
    const wanted = labelOf(record)
    let label = wanted
    for (let count = 2; used.has(`${kind}.${label}`); count++) label = `${wanted}_${count}`
    used.add(`${kind}.${label}`)
    return label
  })
}

function labelOf(record: ZoneRecord): string {
  const words = relativeName(record).match(/[a-z0-9]+/gi) ?? ['zone']
  const label = words.join('_')
  const named = /^[a-z]/i.test(label) ? label : `record_${label}`
  return record.type === 'CNAME' ? `${named}_host` : named
}
