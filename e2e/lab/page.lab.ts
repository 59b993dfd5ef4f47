/** The built app in a real browser, served by the Node door, which asks BIND: what the visitor reads. */
import { chromium, type Browser, type Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserFlags, ensureBrowser } from '../../scripts/browser.mjs'
import { startNodeDoor } from './doors.ts'
import { BRAND } from './logo-host.ts'
import { theLab, type TheLab } from './the-lab.ts'

let lab: TheLab
let door: string
let browser: Browser

beforeAll(async () => {
  lab = theLab()
  door = await startNodeDoor(lab.keeper, [
    ...['--ca', lab.ca, '--allow-private', '--upstream', lab.httpsUrl],
  ])
  browser = await chromium.launch({ executablePath: ensureBrowser(), args: browserFlags() })
  lab.keeper.atEnd(() => browser.close())
})
afterAll(() => lab.keeper.end())

interface Visit {
  page: Page
  /** The text of the page without the parts that were not shown. */
  text: string
  /** What the page itself complained about. */
  complaints: string[]
}

/** Types a domain on the start page and waits for all answers. */
async function visit(domain: string): Promise<Visit> {
  const page = await browser.newPage({ locale: 'en-GB', timezoneId: 'UTC' })
  page.setDefaultTimeout(100_000)
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    // The browser reports each question to the public resolvers, which do not exist here.
    const isNetwork = message.text().startsWith('Failed to load resource')
    if (message.type() === 'error' && !isNetwork) complaints.push(message.text())
  })
  await page.route(
    (url) => url.origin !== door && url.protocol.startsWith('http'),
    (route) => route.abort(),
  )
  await page.goto(door)
  await page.getByRole('textbox').first().fill(domain)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Check again' }).waitFor()
  await page.getByText(/All answers are in/).waitFor({ state: 'attached' })
  return { page, text: await page.locator('main').innerText(), complaints }
}

/** What the page says at the top of every protocol: name, verdict, sentence. */
function verdictOf(text: string, protocol: string): string[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const at = lines.indexOf(protocol)
  return lines.slice(at + 1, at + 3)
}

/** The links of the chain of MTA-STS: name → verdict and what was seen. */
function chainOf(text: string): Record<string, string> {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const from = lines.findIndex((line) => line.startsWith('Senders walk this chain'))
  const names = ['Record', 'Policy host', 'Certificate', 'File', 'MX match']
  return Object.fromEntries(
    names.map((name) => {
      const at = lines.indexOf(name, from)
      return [name, `${lines[at + 1]}: ${lines[at + 2]}`]
    }),
  )
}

const LOOPBACK = 'Error: one A, no AAAA'
const NOTHING_TO_COMPARE = 'Not applicable: no policy to compare with'

describe('a domain whose only flaw is that this is a lab', () => {
  test('the chain holds but for the address, and the file is shown as it was served', async () => {
    const { page, text, complaints } = await visit('good.lab.test')
    expect(new URL(page.url()).search).toBe('?domain=good.lab.test')
    expect(await page.title()).toContain('good.lab.test')
    expect(verdictOf(text, 'TLS-RPT')).toEqual([
      ...['Pass', 'Reports go to tlsrpt@good.lab.test · 1 notice'],
    ])
    expect(verdictOf(text, 'MX')).toEqual([
      ...['Error', 'The mail server mail.good.lab.test has the loopback address 127.0.0.70'],
    ])
    expect(chainOf(text)).toEqual({
      Record: 'Pass: id=2026083101',
      'Policy host': LOOPBACK,
      Certificate: expect.stringMatching(/^Pass: valid to \d+\s\w+\s\d{4}$/),
      File: 'Pass: mode: enforce',
      'MX match': 'Pass: 1 of 1 match',
    })
    expect(text).toContain(
      'version: STSv1\nmode: enforce\nmx: mail.good.lab.test\nmax_age: 2592000',
    )
    expect(text).toMatch(
      /200, text\/plain, \d+\sbytes, CRLF, [\d.]+\s\S+, TLS\s1\.3\. Through this site’s proxy/,
    )
    expect(text).toContain(`Names went to ${new URL(door).host}`)
    expect(complaints).toEqual([])
    await page.close()
  })
})

describe('domains with a flaw of their own', () => {
  test.each<[string, string, Record<string, string>]>([
    [
      'expired.lab.test',
      'The certificate of the policy host has expired on 2020-04-01',
      {
        Certificate: expect.stringMatching(/^Error: /) as string,
        File: 'Error: certificate or TLS not accepted',
        'MX match': NOTHING_TO_COMPARE,
      },
    ],
    [
      'redirect.lab.test',
      'The policy host redirects to https://www.lab.test/',
      {
        Certificate: expect.stringMatching(/^Pass: valid to /) as string,
        File: 'Error: redirects',
        'MX match': NOTHING_TO_COMPARE,
      },
    ],
  ])('%s', async (domain, title, links) => {
    const { page, text, complaints } = await visit(domain)
    expect(verdictOf(text, 'MTA-STS')[0]).toBe('Error')
    expect(text).toContain(title)
    expect(chainOf(text)).toMatchObject({ Record: 'Pass: id=2026083101', ...links })
    expect(complaints).toEqual([])
    await page.close()
  })

  test('broken.test: signatures that do not hold are told, and what they hide is not guessed', async () => {
    const { page, text, complaints } = await visit('broken.test')
    expect(verdictOf(text, 'MTA-STS')[0]).toBe('Could not check')
    expect(verdictOf(text, 'TLS-RPT')[0]).toBe('Pass')
    expect(text.match(/dnssec\.bogus/g) ?? []).not.toHaveLength(0)
    expect(chainOf(text)).toMatchObject({ Record: expect.stringMatching(/^Could not check: /) })
    expect(complaints).toEqual([])
    await page.close()
  })
})

test('a brand: the logo is fetched by the door and shown', async () => {
  const { page, text, complaints } = await visit(BRAND)
  expect(verdictOf(text, 'BIMI')[0]).toBe('Pass')
  expect(verdictOf(text, 'DMARC')).toEqual(['Pass', 'p=reject: forged mail is refused'])
  expect(text).toContain('https://logo.lab.test/good.svg')
  expect(text).toContain('The schema of SVG Tiny PS allows this logo.')
  expect(text).toMatch(/200, image\/svg\+xml, 163\sbytes/)
  expect(complaints).toEqual([])
  await page.close()
})
