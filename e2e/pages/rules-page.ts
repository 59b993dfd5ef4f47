import type { Locator, Page } from '@playwright/test'
import { RulePage } from './rule-page.ts'
import { SitePage } from './site-page.ts'

export class RulesPage extends SitePage {
  readonly search: Locator
  /** How many rules are shown, in words. */
  readonly count: Locator

  constructor(page: Page) {
    super(page)
    this.search = page.getByLabel('Search the rules')
    this.count = page.getByRole('status').filter({ hasText: /shown\.$/ })
  }

  async open(query = ''): Promise<this> {
    await this.page.goto(`/rules${query}`)
    await this.search.waitFor()
    return this
  }

  async onlySeverity(name: 'All' | 'Error' | 'Warning' | 'Notice'): Promise<void> {
    await this.page.getByRole('radio', { name, exact: true }).check()
  }

  async showAll(): Promise<void> {
    await this.page.getByRole('button', { name: 'Show all rules' }).click()
  }

  /** The row of a finding id. */
  row(id: string): Locator {
    return this.main.getByRole('link').filter({ hasText: id })
  }

  async openRule(id: string): Promise<RulePage> {
    await this.main.locator(`a[href="/rules/${id}"]`).first().click()
    return new RulePage(this.page)
  }
}
