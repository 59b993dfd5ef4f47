import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { CheckPage } from './check-page.ts'
import { SitePage } from './site-page.ts'

export type WizardKind = 'mta-sts' | 'tls-rpt' | 'bimi'

/** The page of a wizard: choose, publish, verify. */
export class WizardPage extends SitePage {
  readonly box: Locator
  readonly choose: Locator
  readonly publish: Locator
  readonly verify: Locator
  readonly steps: Locator
  /** How many of those who are asked agree. */
  readonly seen: Locator

  constructor(page: Page) {
    super(page)
    this.box = page.getByLabel('Domain, e-mail address or web address')
    this.choose = this.section('Choose')
    this.publish = this.section('Publish')
    this.verify = this.section('Verify')
    this.steps = page.getByRole('navigation', { name: 'Steps' })
    this.seen = this.verify.getByRole('status')
  }

  async open(kind: WizardKind, query: Record<string, string> = {}): Promise<this> {
    await this.page.goto(`/${kind}?${new URLSearchParams(query)}`)
    return this
  }

  async begin(domain: string): Promise<this> {
    await this.box.fill(domain)
    await this.page.getByRole('button', { name: 'Begin' }).click()
    return this
  }

  /** Waits until what is published today is known. */
  async ready(): Promise<this> {
    await this.choose.getByRole('button', { name: 'Look again' }).waitFor()
    return this
  }

  radio(name: string | RegExp): Locator {
    return this.choose.getByRole('radio', { name })
  }

  field(name: string | RegExp): Locator {
    return this.choose.getByRole('textbox', { name })
  }

  /** A line of the coverage table, or of what is being watched. */
  row(text: string): Locator {
    return this.page.getByRole('row').filter({ hasText: text })
  }

  async openTab(list: string, name: string): Promise<void> {
    const tabs = this.publish.getByRole('tablist', { name: list }).last()
    await tabs.getByRole('tab', { name, exact: true }).click()
  }

  /** The value of the record, copied from the fields for a provider's page. */
  async copyValue(): Promise<string> {
    await this.openTab('How you edit DNS', 'Any panel')
    await this.publish.getByRole('button', { name: 'Copy value' }).last().click()
    await this.page.getByText('Copied value', { exact: true }).first().waitFor()
    return this.clipboard()
  }

  /** A file that the page offers. */
  async save(button: string | RegExp): Promise<{ name: string; bytes: Buffer }> {
    const download = this.page.waitForEvent('download')
    await this.publish.getByRole('button', { name: button }).first().click()
    const saved = await download
    return { name: saved.suggestedFilename(), bytes: await readFile(await saved.path()) }
  }

  async published(): Promise<void> {
    await this.page.getByRole('button', { name: 'I have published it' }).click()
  }

  async askNow(): Promise<void> {
    await this.verify.getByRole('button', { name: 'Ask now' }).click()
  }

  async checkWhole(): Promise<CheckPage> {
    await this.verify.getByRole('link', { name: 'Check the whole domain' }).click()
    return new CheckPage(this.page)
  }
}
