import { useState } from 'react'
import { Field } from '../../../ui/field.tsx'
import { Prose } from '../../../ui/prose.tsx'

export interface PlaceFieldsProps {
  zone: string
  ttl: string
  /** What holds where nothing is typed. */
  usualZone: string
  onChange: (change: { zone?: string; ttl?: string }) => void
  errors: { zone: string | null; ttl: string | null }
}

/** Where the record is written, and how long resolvers may remember it: seldom to be changed. */
export function PlaceFields({ zone, ttl, usualZone, onChange, errors }: PlaceFieldsProps) {
  // Once, at the beginning: a field that is emptied does not close the place it stands in.
  const [isOpen] = useState(zone !== '' || ttl !== '')
  return (
    <details open={isOpen} className="max-w-measure">
      <summary className="inline-block min-h-6 text-side link-line">Zone and TTL</summary>
      <div className="mt-3 grid gap-x-6 gap-y-4 sm:grid-cols-2">
        <Field
          label="Zone"
          value={zone}
          placeholder={usualZone}
          onChange={({ currentTarget }) => onChange({ zone: currentTarget.value })}
          error={errors.zone !== null && <Prose text={`${errors.zone}.`} />}
          help="The zone that you edit, as found by its SOA record. In a wrong one the record’s name comes out wrong, and nobody finds it."
        />
        <Field
          label="TTL, in seconds"
          value={ttl}
          placeholder="3600"
          inputMode="numeric"
          onChange={({ currentTarget }) => onChange({ ttl: currentTarget.value })}
          error={errors.ttl !== null && <Prose text={`${errors.ttl}.`} />}
          help="How long resolvers remember the record. An hour is right. A day makes every change take a day."
        />
      </div>
    </details>
  )
}
