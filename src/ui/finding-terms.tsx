import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { Prose } from './prose.tsx'
import { Term } from './terms.tsx'

export interface FindingTermsProps {
  why: string
  advice: string
  /** Who asks for it, before the specifications. */
  lead?: ReactNode
  specs: readonly { name: string; address: string | null }[]
  /** The id that the rule's page is at. */
  id: string
}

/** Why a finding matters, what to do, and who asks for it. */
export function FindingTerms({ why, advice, lead, specs, id }: FindingTermsProps) {
  return (
    <>
      <Term name="Why">
        <p>
          <Prose text={why} />
        </p>
      </Term>
      <Term name="Do">
        <p>
          <Prose text={advice} />
        </p>
      </Term>
      <Term name="Rule">
        <p className="text-side">
          {lead}
          {specs.map(({ name, address }) => (
            <span key={name}>
              <a href={address ?? undefined}>{name}</a>.{' '}
            </span>
          ))}
          <Link to={`/rules/${id}`}>
            <code>{id}</code>
          </Link>
        </p>
      </Term>
    </>
  )
}
