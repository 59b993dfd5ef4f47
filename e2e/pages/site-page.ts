import type { Locator, Page } from '@playwright/test'
import { CheckPage } from './check-page.ts'

/** What every page has: letterhead, foot, and places for files and text. */
export class SitePage {
  readonly page: Page
  readonly title: Locator
  readonly main: Locator

  constructor(page: Page) {
    this.page = page
    this.title = page.getByRole('heading', { level: 1 })
    this.main = page.getByRole('main')
  }

  section(name: string | RegExp): Locator {
    return this.page.getByRole('region', { name, exact: true })
  }

  letterhead(name: string): Locator {
    return this.page.getByRole('banner').getByRole('link', { name, exact: true })
  }

  async checkAnother(domain: string): Promise<CheckPage> {
    const box = this.page.getByLabel('Check another domain')
    await box.fill(domain)
    await box.press('Enter')
    return new CheckPage(this.page)
  }

  async chooseColours(name: 'As the system' | 'Light' | 'Dark'): Promise<void> {
    await this.page.getByRole('radio', { name, exact: true }).check()
  }

  /** Drops files in the middle of the page, as from a file manager. */
  async drop(...files: Given[]): Promise<void> {
    const data = await this.page.evaluateHandle((given) => {
      const transfer = new DataTransfer()
      for (const { name, text, type } of given) transfer.items.add(new File([text], name, { type }))
      return transfer
    }, files.map(withType))
    await this.main.dispatchEvent('dragover', { dataTransfer: data })
    await this.main.dispatchEvent('drop', { dataTransfer: data })
  }

  /** Pastes text where the cursor stands in no field. */
  async paste(text: string): Promise<void> {
    await this.main.evaluate((element, pasted) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', pasted)
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
    }, text)
  }

  /** What the clipboard holds. */
  async clipboard(): Promise<string> {
    return this.page.evaluate(() => navigator.clipboard.readText())
  }

  /** Pixels by which something stands out of the window to the right. */
  async overhang(): Promise<number> {
    return this.page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement
      return scrollWidth - clientWidth
    })
  }
}

export interface Given {
  name: string
  text: string
  type?: string
}

function withType({ name, text, type = '' }: Given): Required<Given> {
  return { name, text, type }
}
