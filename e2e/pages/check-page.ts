import { readFile } from 'node:fs/promises'
import type { Download, Locator, Page } from '@playwright/test'
import { SitePage } from './site-page.ts'

export type VerdictName = 'MTA-STS' | 'TLS-RPT' | 'BIMI' | 'MX' | 'DMARC' | 'DANE'

export class CheckPage extends SitePage {
  readonly progress: Locator
  readonly log: Locator
  readonly again: Locator
  readonly nextStep: Locator
  readonly ledger: Locator
  /** The page's address for whoever it is sent to. */
  readonly keep: Locator

  constructor(page: Page) {
    super(page)
    this.progress = page.getByRole('progressbar')
    this.log = page.getByRole('log')
    this.again = page.getByRole('button', { name: 'Check again' })
    this.nextStep = this.section('Next step')
    this.ledger = page.getByRole('table', { name: 'Questions and answers of this check' })
    this.keep = this.section('Keep')
  }

  async open(domain: string): Promise<this> {
    await this.page.goto(`/check?${new URLSearchParams({ domain })}`)
    return this
  }

  /** Waits until all answers are in. */
  async done(): Promise<this> {
    await this.again.waitFor()
    return this
  }

  /** The line of one protocol in the list under the title. */
  verdict(name: VerdictName): Locator {
    const term = this.page.getByRole('term').filter({ hasText: new RegExp(`^${name}$`) })
    return this.main.locator('dl > div').filter({ has: term }).first()
  }

  findings(section: VerdictName | 'MX and DNS'): Locator {
    return this.section(section)
      .getByRole('group')
      .filter({ has: this.page.locator('summary') })
  }

  /** A finding's row, by its id. */
  finding(id: string): Locator {
    return this.page.locator(`details[id^="${id}"], details[id*="${id}"]`).first()
  }

  async checkAgain(): Promise<void> {
    await this.again.click()
  }

  async stop(): Promise<void> {
    await this.page.getByRole('button', { name: 'Stop asking' }).click()
  }

  async retry(): Promise<void> {
    await this.page.getByRole('button', { name: 'Try again' }).first().click()
  }

  /** Puts a policy file, or the output of curl, into the field that is offered in its place. */
  async pastePolicy(text: string): Promise<void> {
    const field = this.page.getByRole('textbox', { name: /policy file/ }).first()
    await field.fill(text)
    await this.page.getByRole('button', { name: 'Read this text' }).first().click()
  }

  /** A text of the next step, to be published. */
  textToCopy(what: 'record' | 'file'): Locator {
    const button = this.page.getByRole('button', { name: `Copy ${what}` })
    return this.nextStep.getByRole('figure').filter({ has: button }).first()
  }

  /** Presses the copy button and reads the clipboard back. */
  async copyText(what: 'record' | 'file'): Promise<string> {
    const text = this.textToCopy(what)
    const pasted = this.page.getByText(`Copied ${what}`, { exact: true })
    await text.getByRole('button', { name: `Copy ${what}` }).click()
    await pasted.first().waitFor()
    return this.clipboard()
  }

  async showQuestions(): Promise<void> {
    await this.page.getByRole('button', { name: /^Show all \d+ questions/ }).click()
  }

  async saveAs(kind: 'JSON' | 'Markdown'): Promise<Saved> {
    const download = this.page.waitForEvent('download')
    await this.keep.getByRole('button', { name: `Save as ${kind}` }).click()
    return read(await download)
  }
}

export interface Saved {
  name: string
  text: string
}

async function read(download: Download): Promise<Saved> {
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') }
}
