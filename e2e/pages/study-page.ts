import { readFile } from 'node:fs/promises'
import { expect, type Locator, type Page } from '@playwright/test'

/** The parts of a backup file that tests look at. */
export type BackupFile = {
  readonly data: {
    readonly cards: readonly {
      readonly lemma: string
      readonly memory: { readonly reps: number; readonly due: number }
    }[]
    readonly reviews: readonly unknown[]
  }
}

/** What a learner sees and does on the pages of study. */
export class StudyPage {
  readonly page: Page
  readonly card: Locator
  readonly grades: Locator
  readonly summary: Locator
  readonly begin: Locator

  constructor(page: Page) {
    this.page = page
    this.card = page.locator('.review-card')
    this.grades = page.getByRole('group', { name: 'How well did you know it?' })
    this.summary = page.getByRole('heading', { name: 'That was it for now' })
    this.begin = page.getByRole('button', { name: /^Begin/ })
  }

  /** Shows the answer by the keyboard, whatever kind of card it is. */
  async reveal() {
    const field = this.card.getByRole('textbox').first()
    await ((await field.count()) > 0 ? field.press('Enter') : this.page.keyboard.press('Space'))
    await expect(this.grades).toBeVisible()
  }

  /** Answers until the session is over, the first time with a key of its own; returns how many answers that took. */
  async answerAll(key: string, first = key): Promise<number> {
    for (let answers = 0; answers < 60; answers += 1) {
      await expect(this.card.or(this.summary)).toBeVisible()
      if (await this.summary.isVisible()) return answers
      await this.reveal()
      await this.page.keyboard.press(answers === 0 ? first : key)
      await expect(this.grades).toBeHidden()
    }
    throw new Error('The session does not end.')
  }

  async exportBackup(): Promise<{ path: string; file: BackupFile }> {
    await this.page.goto('/en/words')
    await this.page.getByRole('button', { name: 'Export' }).click()
    const waiting = this.page.waitForEvent('download')
    await this.page.getByRole('button', { name: 'Backup (.json)' }).click()
    const path = await (await waiting).path()
    return { path, file: JSON.parse(await readFile(path, 'utf8')) as BackupFile }
  }

  /** Chooses a file to import, up to the preview or the refusal. */
  async choose(file: string | { name: string; mimeType: string; buffer: Buffer }) {
    await this.page.goto('/en/words')
    await this.page.getByRole('button', { name: 'Import' }).click()
    await this.page.getByLabel('Choose a file').setInputFiles(file)
  }

  async importBackup(buffer: Buffer) {
    await this.choose({ name: 'backup.json', mimeType: 'application/json', buffer })
    await this.page.getByRole('button', { name: 'Add', exact: true }).click()
    await expect(this.page.getByText('Imported.')).toBeVisible()
    await this.page.getByRole('button', { name: 'Done' }).click()
  }

  /** Takes away everything the app keeps. */
  async wipe() {
    await this.page.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const request = indexedDB.deleteDatabase('sejajar')
          request.onsuccess = () => resolve()
          request.onerror = () => reject(request.error)
        }),
    )
  }
}
