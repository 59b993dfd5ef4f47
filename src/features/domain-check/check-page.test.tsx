// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { policyText } from '../../checks/example.ts'
import {
  hostAddresses,
  mxFact,
  nothing,
  policyFileFact,
  policyUrl,
  txtFact,
} from '../../facts/build.ts'
import { failed, found, type Fact } from '../../facts/fact.ts'
import type { RawFacts } from '../../facts/fact-set.ts'
import type { FactPlan } from '../../gather/plan.ts'
import type { Sources } from '../../gather/sources.ts'
import { CheckPage } from './check-page.tsx'
import { recentDomains } from './memory/recent-domains.ts'
import { ProvideSources, type SourcesWanted } from '../../queries/make-sources.ts'

const DOMAIN = 'example.com'

/** Answers that the test gives when it wants to. */
class World {
  readonly asked: string[] = []
  readonly made: SourcesWanted[] = []
  private readonly waiting = new Map<string, (fact: Fact<unknown>) => void>()

  plan(name: keyof RawFacts, after: (keyof RawFacts)[] = []): FactPlan {
    return {
      name,
      after,
      asks: ({ domain }) => `${name} of \`${domain}\``,
      of: name === 'mtaStsPolicyFile' ? 'fetcher' : 'resolver',
      gather: () => this.question(name) as Promise<never>,
    }
  }

  private question(name: string): Promise<Fact<unknown>> {
    this.asked.push(name)
    return new Promise((resolve) => this.waiting.set(name, resolve))
  }

  async answer(facts: Partial<Record<keyof RawFacts, Fact<unknown>>>): Promise<void> {
    for (const [name, fact] of Object.entries(facts)) {
      await waitFor(() => expect(this.waiting.has(name)).toBe(true))
      this.waiting.get(name)?.(fact)
      this.waiting.delete(name)
    }
  }

  readonly make = (wanted: SourcesWanted): Sources => {
    this.made.push(wanted)
    return {
      now: () => Date.parse('2026-09-14T10:42:07Z'),
      dns: () => Promise.reject(new Error('the plan answers')),
      policyFile: () => Promise.reject(new Error('the plan answers')),
      indicator: () => Promise.reject(new Error('the plan answers')),
      evidence: () => Promise.reject(new Error('the plan answers')),
      randomLabel: () => 'signet-test',
      resolver: 'dns.example',
      fetcher: 'this site’s proxy',
    }
  }
}

let world = new World()
let client = new QueryClient()

beforeEach(() => {
  world = new World()
  client = new QueryClient()
  localStorage.clear()
})
afterEach(cleanup)

function open(address: string) {
  const plans = [
    world.plan('mx'),
    world.plan('mxHosts', ['mx']),
    world.plan('mtaStsTxt'),
    world.plan('policyHost'),
    world.plan('mtaStsPolicyFile'),
    world.plan('tlsRptTxt'),
  ]
  return render(
    <QueryClientProvider client={client}>
      <ProvideSources value={world.make}>
        <MemoryRouter initialEntries={[address]}>
          <CheckPage plans={plans} />
        </MemoryRouter>
      </ProvideSources>
    </QueryClientProvider>,
  )
}

const file = policyFileFact(DOMAIN, policyText())
const answers = {
  mx: mxFact(DOMAIN, ['10 mail1.example.com', '20 mail2.example.com']),
  mxHosts: found(
    ['mail1.example.com', 'mail2.example.com'].map((name) => hostAddresses(name, ['8.8.8.8'])),
    { name: DOMAIN, via: 'dns' } as const,
  ),
  mtaStsTxt: txtFact(`_mta-sts.${DOMAIN}`, ['v=STSv1; id=2026083101']),
  policyHost: found(hostAddresses(`mta-sts.${DOMAIN}`, ['8.8.8.8']), {
    name: `mta-sts.${DOMAIN}`,
    via: 'dns',
  } as const),
  mtaStsPolicyFile: file,
  tlsRptTxt: nothing(`_smtp._tls.${DOMAIN}`, 'TXT'),
}
const lost = failed('proxy', 'connection refused', { name: policyUrl(DOMAIN), via: 'proxy' })

const section = (name: string) => within(screen.getByRole('region', { name }))
const done = () => screen.findByRole('button', { name: 'Check again' })

describe('a domain', () => {
  test('arrives live: what is asked, then verdicts, then the next step', async () => {
    open(`/check?domain=${DOMAIN}`)
    expect(screen.getByRole('heading', { level: 1, name: DOMAIN })).toBeDefined()
    await world.answer({ mtaStsTxt: txtFact(`_mta-sts.${DOMAIN}`, ['v=STSV1; id=1;']) })
    await waitFor(() =>
      expect(section('MTA-STS').getAllByText(/The version reads/).length).toBeGreaterThan(0),
    )
    expect(screen.queryByRole('heading', { name: 'Next step' })).toBe(null)
    expect(section('Asked').getByText('Not yet asked')).toBeDefined()
    const { mtaStsTxt: _, ...rest } = answers
    await world.answer(rest)
    await done()
    expect(screen.getByRole('heading', { name: 'Next step' })).toBeDefined()
    expect(screen.getByRole('log').textContent).toContain('All answers are in.')
  })

  test('is asked once, and shown again without asking', async () => {
    const first = open(`/check?domain=${DOMAIN}`)
    await world.answer(answers)
    await done()
    first.unmount()
    open(`/check?domain=${DOMAIN}`)
    await done()
    expect(world.asked.length).toBe(6)
    expect(recentDomains()).toEqual([DOMAIN])
  })

  test('is asked afresh when that is wanted', async () => {
    open(`/check?domain=${DOMAIN}`)
    await world.answer(answers)
    await userEvent.click(await done())
    await world.answer(answers)
    await done()
    expect(world.asked.length).toBe(12)
    expect(world.made.map(({ fresh }) => fresh)).toEqual([false, true])
  })

  test('whose policy file could not be fetched: the pasted text takes its place', async () => {
    open(`/check?domain=${DOMAIN}`)
    await world.answer({ ...answers, mtaStsPolicyFile: lost })
    await done()
    expect(screen.getByRole('link', { name: 'MTA-STS' })).toBeDefined()
    expect(screen.getAllByText('Could not check').length).toBeGreaterThan(0)
    const box = section('MTA-STS').getByRole('textbox', { name: /policy file/ })
    await userEvent.click(box)
    await userEvent.paste(policyText())
    await userEvent.click(section('MTA-STS').getByRole('button', { name: 'Read this text' }))
    await waitFor(() => expect(section('MTA-STS').getByText('2 of 2 match')).toBeDefined())
    expect(section('MTA-STS').queryByText(/could not be fetched/)).toBe(null)
  })

  test('that failed in part is asked again only where it failed', async () => {
    open(`/check?domain=${DOMAIN}`)
    await world.answer({ ...answers, mtaStsPolicyFile: lost })
    await done()
    const [again] = section('MTA-STS').getAllByRole('button', { name: 'Try again' })
    if (again === undefined) throw new Error('a retry is offered')
    await userEvent.click(again)
    await world.answer({ mtaStsPolicyFile: file })
    await waitFor(() => expect(section('MTA-STS').getByText('2 of 2 match')).toBeDefined())
    expect(world.asked.filter((name) => name !== 'mtaStsPolicyFile').length).toBe(5)
  })

  test('that is no longer waited for says so, and nothing of it about the domain', async () => {
    open(`/check?domain=${DOMAIN}`)
    const { mtaStsPolicyFile: _, ...rest } = answers
    await world.answer(rest)
    await waitFor(() => expect(world.asked).toContain('mtaStsPolicyFile'))
    await userEvent.click(screen.getByRole('button', { name: 'Stop asking' }))
    await done()
    expect(section('MTA-STS').getAllByText(/you stopped asking/).length).toBeGreaterThan(0)
  })
})

describe('an address', () => {
  test('without a domain asks for one', () => {
    open('/check')
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Which domain?')
    expect(world.asked).toEqual([])
  })

  test('with something else says what was seen, keeps it in the box, and asks nobody', () => {
    open('/check?domain=192.0.2.1')
    expect(screen.getByText(/is an IP address/)).toBeDefined()
    expect(screen.getByRole<HTMLInputElement>('textbox').value).toBe('192.0.2.1')
    expect(world.asked).toEqual([])
    expect(world.made).toEqual([])
  })

  test('with a prefix taken off offers the way back', async () => {
    open('/check?domain=mta-sts.example.com')
    expect(screen.getByRole('heading', { level: 1, name: DOMAIN })).toBeDefined()
    await userEvent.click(screen.getByRole('link', { name: 'Check mta-sts.example.com itself' }))
    expect(screen.getByRole('heading', { level: 1, name: 'mta-sts.example.com' })).toBeDefined()
  })

  test('that says the domain only sends keeps saying so', async () => {
    open(`/check?domain=${DOMAIN}&sends-only=1`)
    await world.answer({ ...answers, mx: nothing(DOMAIN, 'MX', 'nodata') })
    await done()
    const box = screen.getByRole<HTMLInputElement>('checkbox', { name: /only sends mail/ })
    expect(box.checked).toBe(true)
    await userEvent.click(box)
    expect(box.checked).toBe(false)
    expect(world.asked.length).toBe(6)
  })
})
