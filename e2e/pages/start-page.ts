import type { Locator, Page } from '@playwright/test'
import { CheckPage } from './check-page.ts'
import { SitePage } from './site-page.ts'

export class StartPage extends SitePage {
  readonly box: Locator
  /** Below the box: what was typed becomes, and where the name goes. */
  readonly help: Locator
  readonly samples: Locator
  readonly given: Locator
  readonly recent: Locator

  constructor(page: Page) {
    super(page)
    this.box = page.getByLabel('Domain, e-mail address or URL')
    this.help = page.getByRole('search').filter({ has: this.box })
    this.samples = page.getByRole('table', { name: 'Sample domains and their verdicts' })
    this.given = page.getByRole('status', { name: 'What was given' })
    this.recent = this.section('Again')
  }

  async open(): Promise<this> {
    await this.page.goto('/')
    return this
  }

  /** Types as people do, so that the page can say what it reads. */
  async type(text: string): Promise<void> {
    await this.box.fill('')
    await this.box.pressSequentially(text)
  }

  async submit(): Promise<CheckPage> {
    await this.page.getByRole('main').getByRole('button', { name: 'Check', exact: true }).click()
    return new CheckPage(this.page)
  }

  async checkDomain(typed: string): Promise<CheckPage> {
    await this.box.fill(typed)
    return this.submit()
  }

  async openSample(domain: string): Promise<CheckPage> {
    await this.samples.getByRole('link', { name: domain }).click()
    return new CheckPage(this.page)
  }

  /** @param name of the choice: "Google", "Cloudflare" … */
  async chooseResolver(name: string): Promise<void> {
    const choice = this.page.getByRole('radio', { name: new RegExp(`^${name}`) })
    if (!(await choice.isVisible())) await this.page.getByText('Choose another resolver').click()
    await choice.check()
  }

  async useOwnResolver(address: string): Promise<void> {
    await this.chooseResolver('Another resolver')
    await this.page.getByLabel('Address of the resolver').fill(address)
    await this.page.getByRole('button', { name: 'Use it' }).click()
  }

  async forgetDomains(): Promise<void> {
    await this.recent.getByRole('button', { name: 'Forget these domains' }).click()
  }
}
