/** `signet make` as a program, at a time of its own. */
import { expect } from 'vitest'
import { linesOf, signet, type ReportLine, type Run } from './signet.ts'

export function make(...args: string[]): Promise<Run> {
  return signet(['make', ...args, '--now', '2026-08-31T10:00:00Z'])
}

export interface MadeLine extends ReportLine {
  made: {
    records: { name: string; type: string; value: string; ttl: number; replaces: string[] }[]
    policy: string | null
    format: string
    text: string
    notes: string[]
  } | null
}

/** The one object that is printed, and nothing beside it. */
export async function madeJson(
  ...args: string[]
): Promise<{ code: number | null; line: MadeLine }> {
  const run = await make(...args, '--json')
  expect(run.err).toBe('')
  const lines = linesOf(run)
  expect(lines).toHaveLength(1)
  return { code: run.code, line: lines[0] as MadeLine }
}
