/**
 * Folder rules and purity, read from the syntax trees of all files: imports stay within the zones of `zones.ts`, and
 * the pure folders use no clock, no chance, no network and no Node.
 */
import { readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { parseSync, Visitor } from 'oxc-parser'
import { mayImport, zoneOf, type Zone } from './zones.ts'

export interface Violation {
  file: string
  line: number
  rule: string
}

/** Names that reach outside of a computation. */
const IMPURE_GLOBALS = new Set([
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'setTimeout',
  'setInterval',
  'performance',
  'navigator',
  'window',
  'document',
  'globalThis',
  'process',
  'crypto',
])

export function violationsIn(file: string, code: string): Violation[] {
  const zone = zoneOf(file)
  const isTest = /\.(test|spec)\.tsx?$/.test(file)
  if (zone === null || isTest) return []
  const { module, program, errors } = parseSync(file, code)
  if (errors.length > 0) return [{ file, line: 1, rule: `does not parse: ${errors[0]?.message}` }]
  const report = (offset: number, rule: string): Violation => ({
    file,
    line: code.slice(0, offset).split('\n').length,
    rule,
  })
  const imports = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap((entry) => entry.moduleRequest ?? []),
    ),
    ...module.dynamicImports.map(({ moduleRequest: { start, end } }) => ({
      value: code.slice(start + 1, end - 1),
      start,
    })),
  ]
  const found = imports.flatMap(({ value, start }) => {
    const rule = importProblem(zone, file, value)
    return rule === null ? [] : [report(start, rule)]
  })
  if (zone.pure) new Visitor(impurities((at, rule) => found.push(report(at, rule)))).visit(program)
  return found
}

function importProblem(zone: Zone, file: string, value: string): string | null {
  if (value.startsWith('.')) {
    const target = normalize(join(dirname(file), value))
    if (target.startsWith('src/testing/')) return `${value}: only tests import src/testing`
    if (!target.startsWith('src/') && !target.startsWith('proxy/')) return null
    return mayImport(zone, target) ? null : `${value}: ${zone.path} may not import ${target}`
  }
  if (zone.pure && (value.startsWith('node:') || value.startsWith('react')))
    return `${value}: pure folders know neither Node nor React`
  return null
}

type Report = (offset: number, rule: string) => void

function impurities(report: Report): ConstructorParameters<typeof Visitor>[0] {
  return {
    MemberExpression({ object, property, start }) {
      if (object.type !== 'Identifier' || property.type !== 'Identifier') return
      const name = `${object.name}.${property.name}`
      if (name === 'Date.now' || name === 'Math.random') report(start, `${name} in a pure folder`)
    },
    NewExpression({ callee, arguments: given, start }) {
      if (callee.type === 'Identifier' && callee.name === 'Date' && given.length === 0)
        report(start, '`new Date()` reads the clock in a pure folder')
    },
    CallExpression({ callee, start }) {
      if (callee.type !== 'Identifier') return
      if (callee.name === 'Date') report(start, '`Date()` reads the clock in a pure folder')
      if (IMPURE_GLOBALS.has(callee.name)) report(start, `${callee.name} in a pure folder`)
    },
  }
}

export function violations(files: readonly string[], root: string): Violation[] {
  return files.flatMap((file) => violationsIn(file, readFileSync(join(root, file), 'utf8')))
}
