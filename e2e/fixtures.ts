/** What every test stands on: a network that is played, and a page that may not complain. */
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test as base, type ConsoleMessage, type Page } from '@playwright/test'
import { Network } from './network.ts'
import { CheckPage } from './pages/check-page.ts'
import { LogoPage } from './pages/logo-page.ts'
import { StartPage } from './pages/start-page.ts'
import { WizardPage } from './pages/wizard-page.ts'

interface Fixtures {
  network: Network
  /** Complaints that a test foresees are taken out of here. */
  complaints: string[]
  start: StartPage
  check: CheckPage
  logo: LogoPage
  wizard: WizardPage
}

export const test = base.extend<Fixtures>({
  network: [
    async ({ context, baseURL }, use) => {
      const network = new Network(new URL(baseURL ?? '').origin)
      await network.intercept(context)
      await use(network)
      expect(network.unmatched, 'requests that nobody foresaw').toEqual([])
    },
    { auto: true },
  ],
  complaints: [
    async ({ context, network }, use) => {
      const complaints: string[] = []
      await context.addInitScript(reportViolations)
      context.on('console', (message) => {
        if (isComplaint(message, network))
          complaints.push(`${message.text()} (${message.location().url})`)
      })
      context.on('weberror', (error) => complaints.push(String(error.error())))
      await use(complaints)
      expect(complaints, 'errors on the console or in the page').toEqual([])
    },
    { auto: true },
  ],
  start: async ({ page }, use) => use(new StartPage(page)),
  check: async ({ page }, use) => use(new CheckPage(page)),
  logo: async ({ page }, use) => use(new LogoPage(page)),
  wizard: async ({ page }, use) => use(new WizardPage(page)),
})

export { expect }

/** Browsers report requests that did not work as errors of the page; those that the test wanted to fail are none. */
function isComplaint(message: ConsoleMessage, { expectedFailures }: Network): boolean {
  if (message.type() !== 'error' && message.type() !== 'warning') return false
  const told = `${message.text()} ${message.location().url}`
  return ![...expectedFailures].some((address) => told.includes(address))
}

function reportViolations(): void {
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
    console.error(`The content policy forbids: ${violatedDirective} ${blockedURI}`)
  })
}

/** What is wrong for people who use the page with other senses or tools. One line each. */
export async function violations(page: Page): Promise<string[]> {
  const found = await new AxeBuilder({ page }).setLegacyMode(true).withTags(WCAG).analyze()
  return found.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${id}: ${help} at ${target.join(' ')}`),
  )
}

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
