import { useState } from 'react'
import { readResolverUrl, type ResolverChoice } from '../../gather/settings.ts'
import { Button } from '../../ui/button.tsx'
import { Choice, Field } from '../../ui/field.tsx'

export interface ChooseResolverProps {
  choice: ResolverChoice
  /** Does this site have a resolver of its own? */
  siteResolves: boolean
  onChoice: (choice: ResolverChoice) => void
}

type Named = 'automatic' | 'site' | 'cloudflare' | 'google'

/** Whom DNS questions go to. The choice is kept in this browser. */
export default function ChooseResolver({ choice, siteResolves, onChoice }: ChooseResolverProps) {
  const named: [Named, string, string][] = [
    [
      'automatic',
      'Signet’s own order',
      siteResolves
        ? 'This site’s resolver; cloudflare-dns.com and dns.google when it does not answer.'
        : 'cloudflare-dns.com; dns.google when it does not answer.',
    ],
    ...(siteResolves
      ? ([['site', 'This site', 'Its own resolver, nobody else.']] as [Named, string, string][])
      : []),
    ['cloudflare', 'Cloudflare', 'cloudflare-dns.com'],
    ['google', 'Google', 'dns.google'],
  ]
  const [typing, setTyping] = useState(choice.startsWith('https://'))
  return (
    <fieldset className="mt-3 max-w-measure text-text text-ink">
      <legend className="mb-1 text-side font-semibold">Who answers DNS questions</legend>
      {named.map(([value, label, help]) => (
        <Choice
          key={value}
          name="resolver"
          label={label}
          help={help}
          checked={!typing && choice === value}
          onChange={() => {
            setTyping(false)
            onChoice(value)
          }}
        />
      ))}
      <Choice
        name="resolver"
        label="Another resolver"
        help="It has to speak DNS over HTTPS and to allow web pages to ask it."
        checked={typing}
        onChange={() => setTyping(true)}
      />
      {typing && <OwnResolver choice={choice} onChoice={onChoice} />}
    </fieldset>
  )
}

function OwnResolver({ choice, onChoice }: Pick<ChooseResolverProps, 'choice' | 'onChoice'>) {
  const [typed, setTyped] = useState(choice.startsWith('https://') ? choice : '')
  const [refused, setRefused] = useState(false)
  const url = readResolverUrl(typed)
  const use = () => {
    setRefused(url === null)
    if (url !== null) onChoice(url)
  }
  return (
    <form
      className="pt-3"
      onSubmit={(event) => {
        event.preventDefault()
        use()
      }}
    >
      <Field
        label="Address of the resolver"
        placeholder="https://dns.example.com/dns-query"
        value={typed}
        inputMode="url"
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value)
          setRefused(false)
        }}
        error={refused && 'An address that begins with https:// is expected.'}
        help={url !== null && url === choice && 'This resolver is used from now on.'}
        action={
          <Button type="submit" className="rounded-s-none whitespace-nowrap">
            Use it
          </Button>
        }
      />
    </form>
  )
}
