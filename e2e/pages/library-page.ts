import type { Locator, Page } from '@playwright/test'

/** The list of articles and the reader's own texts. */
export class LibraryPage {
  readonly page: Page
  readonly titles: Locator
  readonly text: Locator
  readonly title: Locator
  readonly submit: Locator
  readonly file: Locator
  readonly problem: Locator

  constructor(page: Page) {
    this.page = page
    this.titles = page.locator('.entry-title')
    this.text = page.getByRole('textbox', { name: 'Text' })
    this.title = page.getByRole('textbox', { name: 'Title' })
    this.submit = page.getByRole('button', { name: 'Read this text' })
    this.file = page.locator('input[type=file]')
    this.problem = page.locator('form [role=alert]')
  }

  async open(locale: 'en' | 'id' = 'en') {
    await this.page.goto(`/${locale}`)
  }

  entry(title: string): Locator {
    return this.page.locator('.entry', { hasText: title })
  }

  /** Adds a text and waits for the reader that it opens in. */
  async read(text: string, title = '') {
    await this.text.fill(text)
    if (title) await this.title.fill(title)
    await this.submit.click()
    await this.page.waitForURL(/\/texts\?id=/)
  }
}
