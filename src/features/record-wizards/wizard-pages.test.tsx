// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { MemoryRouter, useLocation, useNavigate } from 'react-router'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { DnsEntry } from '../../gather/sample/world.ts'
import type { Witnesses } from '../../gather/witnesses.ts'
import { ProvideSources } from '../../queries/make-sources.ts'
import { worldSources } from '../../testing/gather-world.ts'
import { ordinaryWorld, type Changes } from '../../testing/ordinary-world.ts'
import { BimiPage } from './bimi/bimi-page.tsx'
import { MtaStsPage } from './mta-sts/mta-sts-page.tsx'
import { ProvideWitnesses } from './queries/make-witnesses.ts'
import { TlsRptPage } from './tls-rpt/tls-rpt-page.tsx'

/** What the Internet says, which a test may change while the page is open. */
let changes: Changes = {}
let asked: string[] = []
let client = new QueryClient()

beforeEach(() => {
  changes = {}
  asked = []
  client = new QueryClient()
})
afterEach(cleanup)

function sources() {
  const noted = worldSources(ordinaryWorld(changes))
  asked = noted.asked
  return noted.sources
}

const witnesses = (): Promise<Witnesses> => {
  const { resolver, dns, fetcher, policyFile } = worldSources(ordinaryWorld(changes)).sources
  return Promise.resolve({
    resolvers: [
      { resolver, dns },
      { resolver: 'second.test', dns },
    ],
    fetcher: { fetcher, policyFile },
    isSample: false,
  })
}

const refusalWords = () => ({ title: 'This is no domain', advice: 'Type one.' })
const PAGES = {
  '/mta-sts': <MtaStsPage refusalWords={refusalWords} />,
  '/tls-rpt': <TlsRptPage refusalWords={refusalWords} />,
  '/bimi': <BimiPage refusalWords={refusalWords} logo={null} />,
}

function Watch({ children }: { children: ReactNode }) {
  const { pathname, search } = useLocation()
  const navigate = useNavigate()
  return (
    <>
      <p data-testid="address">{`${pathname}${search}`}</p>
      <button type="button" onClick={() => void navigate(-1)}>
        Go back
      </button>
      {children}
    </>
  )
}

const address = () => screen.getByTestId('address').textContent

function open(path: keyof typeof PAGES, query = '') {
  return render(
    <QueryClientProvider client={client}>
      <ProvideSources value={sources}>
        <ProvideWitnesses value={witnesses}>
          <MemoryRouter initialEntries={[`${path}${query}`]}>
            <Watch>{PAGES[path]}</Watch>
          </MemoryRouter>
        </ProvideWitnesses>
      </ProvideSources>
    </QueryClientProvider>,
  )
}

const section = (name: string) => within(screen.getByRole('region', { name }))
const ready = () => screen.findByRole('button', { name: 'Look again' })
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }))
const textOf = (name: string) => screen.getByRole('region', { name }).textContent

describe('the domain comes first', () => {
  test('what is no domain is refused in words', async () => {
    open('/tls-rpt')
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('TLS-RPT, step by step')
    await userEvent.type(screen.getByRole('textbox'), 'nonsense')
    expect(screen.queryByText(/This is no domain/)).toBeNull()
    await press('Begin')
    expect(screen.getByText(/This is no domain/)).toBeDefined()
    expect(address()).toBe('/tls-rpt')
  })

  test('an address will do, and is a step of the history', async () => {
    open('/tls-rpt')
    await userEvent.type(screen.getByRole('textbox'), 'katie@example.com{Enter}')
    await ready()
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('TLS-RPT for example.com')
    await press('Go back')
    expect(await screen.findByRole('button', { name: 'Begin' })).toBeDefined()
  })
})

describe('MTA-STS', () => {
  const BARE = { '_mta-sts.example.com TXT': null, 'mta-sts.example.com A': null }

  test('asks what it needs and nothing more', async () => {
    open('/mta-sts', '?domain=example.com')
    await ready()
    expect(asked.toSorted()).toEqual([
      '_mta-sts.example.com TXT',
      '_smtp._tls.example.com TXT',
      'example.com MX',
      'example.com NS',
      'mta-sts.example.com A',
      'mta-sts.example.com AAAA',
      'policy example.com',
    ])
  })

  test('what is typed stands in the address, and in the texts', async () => {
    changes = BARE
    open('/mta-sts', '?domain=example.com')
    await ready()
    await userEvent.click(screen.getByRole('radio', { name: /Do not deliver/ }))
    await userEvent.click(screen.getByRole('radio', { name: /120 days/ }))
    expect(address()).toBe('/mta-sts?domain=example.com&mode=enforce&max_age=10368000')
    expect(textOf('Publish')).toContain('max_age: 10368000')
    await userEvent.type(screen.getByLabelText(/Try a host name/), 'a.b.example.com')
    expect(textOf('Choose')).toContain('`a.b` is two'.replaceAll('`', ''))
    await press('Add its line')
    await waitFor(() => expect(document.activeElement).toHaveProperty('value', 'a.b.example.com'))
    expect(textOf('Publish')).toContain('mx: a.b.example.com')
    await press('Remove line 1')
    expect(address()).toContain('&mx=a.b.example.com')
  })

  test('a journey brings its mode along, and another mode its journey', async () => {
    open('/mta-sts', '?domain=example.com')
    await ready()
    await userEvent.click(screen.getByRole('radio', { name: 'Switch it off' }))
    expect(textOf('Publish')).toContain('mode: none')
    expect(textOf('Publish')).toContain('The whole way out')
    await userEvent.click(screen.getByRole('radio', { name: /Do not deliver/ }))
    // It enforces already: that is a change, not a way in.
    expect(textOf('Publish')).toContain('The whole change')
    expect(address()).not.toContain('switch-off')
  })

  test('where nothing is published there is nothing to switch off', async () => {
    changes = BARE
    open('/mta-sts', '?domain=example.com&journey=switch-off&mode=none')
    await ready()
    expect(textOf('Publish')).toContain('Nothing to switch off')
    await userEvent.click(screen.getByRole('radio', { name: /deliver anyway/ }))
    expect(textOf('Publish')).not.toContain('Nothing to switch off')
  })

  test('a line that is no name keeps the texts back', async () => {
    open('/mta-sts', '?domain=example.com&mx=10+mail.example.com')
    await ready()
    expect(textOf('Choose')).toContain('the preference stays in the MX record')
    expect(textOf('Publish')).toContain('Waits for your choices')
    expect(screen.getByRole('button', { name: 'I have published it' })).toHaveProperty(
      'disabled',
      true,
    )
  })

  test('a zone above the domain: the name is relative to it', async () => {
    open('/mta-sts', '?domain=mail.example.com&mx=mail1.example.com&zone=example.com&format=bind')
    await ready()
    expect(textOf('Publish')).toContain('$ORIGIN example.com.')
    const zone = screen.getByLabelText('Zone')
    expect(zone.closest('details')?.open).toBe(true)
    await userEvent.clear(zone)
    expect(zone.closest('details')?.open).toBe(true)
    await userEvent.type(zone, 'example.org')
    expect(textOf('Choose')).toContain('does not lie in the zone')
  })

  test('a provider is recognised, and its usual line explained', async () => {
    changes = { ...BARE, 'example.com MX': ['0 example-com.mail.protection.outlook.com'] }
    open('/mta-sts', '?domain=example.com&mx=example-com.mail.protection.outlook.com')
    await ready()
    expect(textOf('Choose')).toContain('This server is one of Microsoft 365’s.')
    await press('Use the usual line')
    expect(screen.getByLabelText('Line 1')).toHaveProperty('value', '*.mail.protection.outlook.com')
    expect(screen.queryByLabelText('Line 2')).toBeNull()
  })

  test('a policy host that has addresses makes place for an alias', async () => {
    open('/mta-sts', '?domain=example.com&hosting=github-pages&format=bind')
    await ready()
    expect(textOf('Publish')).toContain('has addresses of its own today')
  })

  test('an alias of the policy host is replaced', async () => {
    changes = {
      'mta-sts.example.com A': null,
      'mta-sts.example.com AAAA': null,
      'mta-sts.example.com CNAME': ['old.example.com'],
      'old.example.com A': ['192.0.2.9'],
    }
    open('/mta-sts', '?domain=example.com&hosting=github-pages&format=panel')
    await ready()
    const card = screen
      .getByText('The fields of the record at mta-sts.example.com')
      .closest('figure')
    expect(card?.textContent).toContain('USER.github.io')
    expect(card?.textContent).toContain('In place ofold.example.com')
  })

  test('a zone at Cloudflare has its form first', async () => {
    changes = { 'example.com NS': ['ada.ns.cloudflare.com', 'bob.ns.cloudflare.com'] }
    open('/mta-sts', '?domain=example.com')
    await ready()
    const tabs = section('Publish').getByRole('tablist', { name: 'How you edit DNS' })
    expect(within(tabs).getAllByRole('tab')[0]?.textContent).toBe('Cloudflare')
    expect(textOf('Publish')).toContain('The name servers are those of Cloudflare')
    await userEvent.type(section('Publish').getByLabelText('In place of ZONEID'), '9f3c')
    expect(textOf('Publish')).toContain('/zones/9f3c/dns_records')
    expect(address()).toContain('fill.ZONEID=9f3c')
  })
})

describe('watching', () => {
  const NEW: DnsEntry = ['v=TLSRPTv1; rua=mailto:new@example.com']

  test('turns row by row, and another choice ends it', async () => {
    open('/tls-rpt', '?domain=example.com&rua=mailto:new@example.com')
    await ready()
    await press('I have published it')
    expect(address()).toContain('stage=verify')
    await waitFor(() => expect(textOf('Verify')).toContain('0 of 2 live'))
    expect(textOf('Verify')).toContain('Still the old one')
    changes = { '_smtp._tls.example.com TXT': NEW }
    await press('Ask now')
    await waitFor(() => expect(textOf('Verify')).toContain('2 of 2 live'))
    expect(section('Verify').getByRole('link', { name: 'Check the whole domain' })).toBeDefined()
    await userEvent.type(screen.getByLabelText('Address 1'), 'x')
    expect(address()).not.toContain('stage=')
    expect(screen.getByRole('button', { name: 'I have published it' })).toBeDefined()
  })
})

describe('BIMI', () => {
  test('a field that was emptied stays empty', async () => {
    open('/bimi', '?domain=example.com')
    await ready()
    const logo = screen.getByLabelText('Address of the logo')
    expect(logo).toHaveProperty('value', 'https://logo.example.com/logo.svg')
    await userEvent.clear(logo)
    expect(logo).toHaveProperty('value', '')
    await userEvent.type(logo, 'https://example.com/n.svg')
    expect(textOf('Publish')).toContain('v=BIMI1; l=https://example.com/n.svg')
    expect(address()).toBe('/bimi?domain=example.com&logo=https%3A%2F%2Fexample.com%2Fn.svg')
  })
})
