/** The command line as a program: what it prints, and how it ends. */
import { spawn } from 'node:child_process'

export interface Run {
  code: number | null
  out: string
  err: string
}

export function signet(args: string[], input = ''): Promise<Run> {
  const child = spawn(process.execPath, ['src/cli/main.ts', ...args], {
    env: { ...process.env, NODE_COMPILE_CACHE: '.cache/node' },
  })
  let out = ''
  let err = ''
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  return new Promise((resolve) => {
    child.once('close', (code) => resolve({ code, out, err }))
  })
}

export interface ReportLine {
  schema: string
  subject: { kind: string; name: string }
  verdicts: Record<string, string>
  findings: { id: string; severity: string; title: string; about: string; at?: unknown }[]
  unknown: { fact: string; reason: string; detail: string }[]
  facts: Record<string, { state: string; value?: unknown; source: { name: string; via: string } }>
  usable?: boolean
}

/** The objects that were printed, one a line; throws when anything else is on standard output. */
export function linesOf({ out }: Run): ReportLine[] {
  return out
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as ReportLine)
}

export function idsIn({ findings }: ReportLine): string[] {
  return findings.map(({ id }) => id)
}
