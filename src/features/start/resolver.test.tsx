// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import type { ResolverChoice } from '../../gather/settings.ts'
import ChooseResolver from './resolver-choice.tsx'
import { WhereNamesGo, type Site } from './where-names-go.tsx'

afterEach(cleanup)

const NODE: Site = { resolves: true, fetches: true }
const STATIC: Site = { resolves: false, fetches: false }

const goes = (domain: string | null, choice: ResolverChoice, site: Site | undefined) =>
  render(<WhereNamesGo domain={domain} choice={choice} site={site} />).container.textContent

test.each<[string | null, ResolverChoice, Site | undefined, RegExp]>([
  ['example.com', 'automatic', NODE, /this site’s resolver.*this site’s proxy/],
  ['example.com', 'automatic', STATIC, /cloudflare-dns\.com.*policy host itself/],
  ['example.com', 'google', NODE, /dns\.google.*this site’s proxy/],
  ['example.com', 'https://dns.example/q', NODE, /to dns\.example,/],
  [null, 'automatic', undefined, /to a resolver,/],
  [null, 'cloudflare', undefined, /to cloudflare-dns\.com,/],
])('%s, %s: %j', (domain, choice, site, words) => expect(goes(domain, choice, site)).toMatch(words))

test('a sample leaves nothing', () => {
  expect(goes('zimbra.example', 'cloudflare', NODE)).toMatch(/nothing leaves this browser/)
})

function Chooser({
  onChoice,
  siteResolves,
}: {
  onChoice: (choice: ResolverChoice) => void
  siteResolves: boolean
}) {
  const [choice, setChoice] = useState<ResolverChoice>('automatic')
  const choose = (next: ResolverChoice) => {
    setChoice(next)
    onChoice(next)
  }
  return <ChooseResolver choice={choice} siteResolves={siteResolves} onChoice={choose} />
}

test('chooses by name', async () => {
  const onChoice = vi.fn()
  render(<Chooser onChoice={onChoice} siteResolves />)
  await userEvent.click(screen.getByLabelText(/^This site/))
  expect(onChoice).toHaveBeenLastCalledWith('site')
  await userEvent.click(screen.getByLabelText(/^Google/))
  expect(onChoice).toHaveBeenLastCalledWith('google')
})

test('this site is offered only where it resolves', () => {
  render(<Chooser onChoice={vi.fn()} siteResolves={false} />)
  expect(screen.queryByLabelText(/^This site/)).toBeNull()
})

test('a resolver of one’s own is used once its address is one', async () => {
  const onChoice = vi.fn()
  render(<Chooser onChoice={onChoice} siteResolves={false} />)
  await userEvent.click(screen.getByLabelText(/^Another resolver/))
  const input = screen.getByLabelText('Address of the resolver')
  await userEvent.type(input, 'http://dns.example{Enter}')
  expect(onChoice).not.toHaveBeenCalled()
  expect(document.body.textContent).toContain('An address that begins with https:// is expected.')
  await userEvent.clear(input)
  await userEvent.type(input, 'https://dns.example/dns-query{Enter}')
  expect(onChoice).toHaveBeenLastCalledWith('https://dns.example/dns-query')
  expect(document.body.textContent).toContain('This resolver is used from now on.')
})
