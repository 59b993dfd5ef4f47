import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import type { FactPlan } from '../../gather/plan.ts'
import { DomainCheck } from './domain-check.tsx'
import { LogoLabDoor } from './logo-lab-door.ts'
import { NoDomain } from './parts/no-domain.tsx'
import { RefusedInput } from './parts/refused-input.tsx'
import { readCheckParams, readSubject } from './view-model/check-params.ts'

export interface CheckPageProps {
  plans: readonly FactPlan[]
  /** Takes the published logo to the logo lab. */
  onLogo?: (logo: File) => void
}

/** The check at `/check?domain=`: the address is the question. */
export function CheckPage({ plans, onLogo }: CheckPageProps) {
  const [search] = useSearchParams()
  const query = search.toString()
  const params = useMemo(() => readCheckParams(new URLSearchParams(query)), [query])
  const { typed, asTyped, selector } = params
  const result = useMemo(() => readSubject({ typed, asTyped }), [typed, asTyped])
  const subject = useMemo(
    () => (result?.ok === true ? { ...result.input, selector } : null),
    [result, selector],
  )
  if (result === null) return <NoDomain />
  if (!result.ok) return <RefusedInput refusal={result} />
  if (subject === null) return null
  return (
    <LogoLabDoor value={onLogo ?? null}>
      <DomainCheck
        key={subject.domain}
        params={params}
        wanted={{ subject, sendsOnly: params.sendsOnly, plans }}
      />
    </LogoLabDoor>
  )
}
