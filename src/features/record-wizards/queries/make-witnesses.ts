import { createContext, use } from 'react'
import type { Witnesses } from '../../../gather/witnesses.ts'

/** Finds whom to ask whether a change has arrived; afresh for every round, so that nothing kept is used. */
export type MakeWitnesses = (domain: string) => Promise<Witnesses>

const Context = createContext<MakeWitnesses | null>(null)

export const ProvideWitnesses = Context.Provider

export function useMakeWitnesses(): MakeWitnesses {
  const make = use(Context)
  if (make === null) throw new Error('ProvideWitnesses stands around every wizard')
  return make
}
