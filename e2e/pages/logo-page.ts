import { expect, type Download, type Locator, type Page } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import { SitePage } from './site-page.ts'

export interface Bytes {
  name: string
  bytes: Uint8Array
}

/** The logo lab. */
export class LogoPage extends SitePage {
  readonly editor: Locator
  readonly files: Locator
  readonly findings: Locator
  readonly repair: Locator
  readonly see: Locator
  readonly mailboxes: Locator
  readonly compare: Locator
  readonly handOver: Locator
  readonly notes: Locator

  constructor(page: Page) {
    super(page)
    this.editor = page.locator('.cm-content')
    this.files = page.getByRole('list', { name: 'Files that were given' }).getByRole('listitem')
    this.findings = this.section('Findings')
    this.repair = this.section('Repair')
    this.see = this.section('See')
    this.mailboxes = this.section('In mailboxes')
    this.compare = this.section('Compare')
    this.handOver = this.section('Hand over')
    this.notes = page.getByRole('list', { name: 'Findings beside their lines' })
  }

  /** Open, with all its code fetched. */
  async open(): Promise<this> {
    await this.page.goto('/logo')
    await this.ready()
    return this
  }

  async ready(): Promise<void> {
    await this.page.getByText('from now on it works offline').waitFor()
    await this.page.waitForLoadState('networkidle')
  }

  /** Drops files of any bytes. */
  async dropBytes(...files: Bytes[]): Promise<void> {
    const data = await this.page.evaluateHandle(
      (given) => {
        const transfer = new DataTransfer()
        for (const { name, base64 } of given) {
          const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
          transfer.items.add(new File([bytes], name))
        }
        return transfer
      },
      files.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString('base64') })),
    )
    await this.main.dispatchEvent('drop', { dataTransfer: data })
  }

  async trySample(): Promise<void> {
    await this.page.getByRole('button', { name: 'Try the sample logo' }).click()
  }

  /** The row of a verdict: "Schema", "Draft", "Mailboxes", "Repaired". */
  verdict(name: string): Locator {
    return this.main
      .locator('dl > div')
      .filter({ has: this.page.getByText(name, { exact: true }) })
      .first()
  }

  /** Waits until the repairs have been made and compared. */
  async repaired(): Promise<void> {
    await expect(this.verdict('Repaired')).toContainText(/Fixed|Not|Nothing|Valid/)
  }

  switch(name: string | RegExp): Locator {
    return this.repair.getByRole('switch', { name })
  }

  /** Downloads with a button, and reads what came. */
  async download(button: string | RegExp): Promise<{ name: string; bytes: Uint8Array }> {
    const coming = this.page.waitForEvent('download')
    await this.main.getByRole('button', { name: button }).click()
    const download: Download = await coming
    const bytes = new Uint8Array(await readFile(await download.path()))
    return { name: download.suggestedFilename(), bytes }
  }
}
