import { createContext, use } from 'react'
import type { Sources } from '../gather/sources.ts'

export interface SourcesWanted {
  domain: string
  /** True when answers kept by the browser must not be used. */
  fresh: boolean
}

/** Makes the sources of one run: the network, the samples, or what a test puts in their place. */
export type MakeSources = (wanted: SourcesWanted) => Sources | Promise<Sources>

const Context = createContext<MakeSources | null>(null)

export const ProvideSources = Context.Provider

export function useMakeSources(): MakeSources {
  const make = use(Context)
  if (make === null) throw new Error('ProvideSources stands around every check')
  return make
}
