import { nextStep } from '../checks/next-step.ts'
import type { NextStep } from '../checks/next-step/step.ts'
import { judge } from '../checks/report.ts'
import { domainFacts, type DomainSketch } from './domain-facts.ts'

export function stepFor(sketch: Partial<DomainSketch>): NextStep {
  const name = sketch.domain ?? 'example.com'
  return nextStep(judge({ kind: 'domain', name }, domainFacts(sketch)))
}

/** What a step says to do, without its reasons: the kind and heading, each item, the lines to copy and to delete. */
export function outline({ kind, heading, items }: NextStep): string[] {
  return [
    `${kind}: ${heading}`,
    ...items.flatMap(({ title, text, remove = [], action }) => [
      action === undefined ? title : `${title} [${action}]`,
      ...(text?.text.trimEnd().split('\r\n') ?? []).map((line) => `  ${line}`),
      ...remove.map((record) => `  - ${record.text} (${record.where})`),
    ]),
  ]
}
