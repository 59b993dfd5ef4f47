/** One lab for all test files: started before the first of them, ended after the last. */
import { inject } from 'vitest'
import type { TestProject } from 'vitest/node'
import { startLab, type Lab } from './lab.ts'
import { Keeper } from './processes.ts'

/** What a test file may know of the lab; it starts and ends only what is its own. */
type Told = Omit<Lab, 'keeper' | 'authority' | 'hosts'> & { hosts: [string, string][] }

declare module 'vitest' {
  interface ProvidedContext {
    lab: Told
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { keeper, ca, hosts, httpsUrl, httpUrl, plain } = await startLab()
  project.provide('lab', { ca, hosts: [...hosts], httpsUrl, httpUrl, plain })
  return () => keeper.end()
}

export type TheLab = Omit<Told, 'hosts'> & { hosts: Map<string, string>; keeper: Keeper }

/** The lab, with a keeper for what this test file starts. */
export function theLab(): TheLab {
  const told = inject('lab')
  return { ...told, hosts: new Map(told.hosts), keeper: new Keeper() }
}
