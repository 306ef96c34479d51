import { expect, type Locator, type Page } from '@playwright/test'

/** What a reader sees and does on an article. */
export class ReaderPage {
  readonly page: Page
  readonly rows: Locator
  readonly view: Locator
  readonly status: Locator

  constructor(page: Page) {
    this.page = page
    this.rows = page.locator('[data-sentence]')
    this.view = page
      .getByRole('combobox', { name: /^(View|Tampilan)$/ })
      .and(page.locator('.reader-bar select'))
    this.status = page.getByTestId('status')
  }

  async open(slug: string, options: { locale?: 'en' | 'id'; query?: string } = {}) {
    await this.page.goto(`/${options.locale ?? 'en'}/articles/${slug}${options.query ?? ''}`)
    await this.ready()
  }

  /** React has taken over: the word spans of visible rows are there only then. */
  async ready() {
    await expect(this.page.locator('[data-token]').first()).toBeAttached()
  }

  row(index: number): Locator {
    return this.page.locator(`[data-sentence="${index}"]`)
  }

  source(index: number): Locator {
    return this.row(index).locator('.source')
  }

  target(index: number, column = 0): Locator {
    return this.row(index).locator('.target').nth(column)
  }

  /** The English of a sentence without the notes under it. */
  english(index: number, column = 0): Locator {
    return this.target(index, column).locator('.text')
  }

  /** Waits until every sentence has its finished English. */
  async translated(timeout = 90_000) {
    await expect(this.page.locator('.target')).not.toHaveCount(0)
    await expect(this.page.locator('.target:not([data-status="done"])')).toHaveCount(0, { timeout })
  }

  async chooseReference() {
    const panel = await this.openModels()
    await panel.getByRole('button', { name: /Reference$/ }).click()
    await this.page.keyboard.press('Escape')
    await this.translated()
  }

  async openModels(): Promise<Locator> {
    await this.page.getByRole('button', { name: /^(Translation|Terjemahan): / }).click()
    const panel = this.page.getByRole('dialog', { name: /Who translates|Siapa yang menerjemahkan/ })
    await expect(panel).toBeVisible()
    return panel
  }
}

/** The page's layout shift so far, as browsers measure it: the worst window of at most five seconds. */
export async function layoutShift(page: Page): Promise<number> {
  return page.evaluate(async () => {
    type Shift = PerformanceEntry & { readonly value: number; readonly hadRecentInput: boolean }
    const shifts = await new Promise<Shift[]>((resolve) => {
      new PerformanceObserver((list) => resolve(list.getEntries() as Shift[])).observe({
        type: 'layout-shift',
        buffered: true,
      })
      // Buffered entries come in a task of their own; a page without shifts has none.
      requestAnimationFrame(() => requestAnimationFrame(() => resolve([])))
    })
    let worst = 0
    let current = 0
    let start = 0
    let last = 0
    for (const { value, startTime, hadRecentInput } of shifts) {
      if (hadRecentInput) continue
      const isSame = startTime - last < 1000 && startTime - start < 5000
      current = isSame ? current + value : value
      start = isSame ? start : startTime
      last = startTime
      worst = Math.max(worst, current)
    }
    return worst
  })
}
