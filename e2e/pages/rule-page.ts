import { SitePage } from './site-page.ts'

/** The page of one finding. */
export class RulePage extends SitePage {
  async open(id: string): Promise<this> {
    await this.page.goto(`/rules/${id}`)
    await this.title.waitFor()
    return this
  }
}
