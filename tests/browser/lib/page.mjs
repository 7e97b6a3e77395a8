// How the tests know the page: by roles, names and words, as a reader does.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Waits until the comparison is drawn and stays as it is: with grammar, or without where there is none to be had. */
export async function ready(page) {
  await drawn(page)
  await page.locator('.method', { hasText: /rules (and grammar|alone)/ }).waitFor()
}

/** Waits until the comparison is drawn, as a grid or, on a phone, as lists. */
export async function drawn(page) {
  await page.locator('main#main .compare-main').getByRole('link', { name: / on “|report/ }).first().waitFor()
  await page.getByRole('progressbar').first().waitFor({ state: 'detached' })
}

/** Cells with a position, as links that open their sentences. */
export function cells(page, holder = '') {
  return page.locator('table').getByRole('link', { name: new RegExp(`^${holder}.* on “`) })
}

/** The evidence beside the grid. */
export const panel = (page) => page.getByRole('complementary', { name: 'Evidence' })

/** Opens the first position of a holder and waits for its sentences. */
export async function openCell(page, holder) {
  const cell = cells(page, holder).first()
  const name = await cell.getAttribute('aria-label')
  await cell.click()
  await panel(page).getByRole('link', { name: 'Close' }).waitFor()
  return name
}

export async function closePanel(page) {
  const close = panel(page).getByRole('link', { name: 'Close' })
  if (await close.count()) await close.click()
}

/** Goes to a page of the masthead. */
export async function openPage(page, name) {
  const link = page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name })
  await link.click()
  await page.waitForFunction(
    (wanted) => document.querySelector('nav[aria-label=Pages] [aria-current=page]')?.textContent.trim() === wanted,
    name,
  )
}

/** The filter with this name, opened. */
export async function openFilter(page, name) {
  const filter = page.getByRole('group', { name: 'Filters' }).locator('details').filter({ has: page.locator('summary', { hasText: name }) })
  if ((await filter.getAttribute('open')) === null) await filter.locator('summary').click()
  return filter
}

/** "12 of 30 statements" as numbers. */
export async function tally(page) {
  const words = await page.locator('.tally').textContent()
  return (words.match(/\d+/g) ?? []).map(Number)
}

/** What stands in the address after `#`. */
export const fragment = (page) => page.evaluate(() => location.hash)

/** The dialog that takes the reader's own articles. */
export const tray = (page) => page.getByRole('dialog', { name: 'Add articles' })

/** What the dialog shows of one file. */
export const row = (page, name) => tray(page).getByRole('listitem').filter({ has: page.getByText(name, { exact: true }) })

/** Chooses files, each `{name, text}` or `{name, buffer}`; the dialog opens where it is not. */
export async function addFiles(page, files) {
  if (!(await tray(page).isVisible())) await page.getByRole('button', { name: 'Add articles' }).click()
  // By way of a folder: the browser's driver takes no more than 50 MB by hand.
  const folder = mkdtempSync(join(tmpdir(), 'demarche-own-'))
  const paths = files.map(({ name, text, buffer }) => {
    writeFileSync(join(folder, name), buffer ?? text)
    return join(folder, name)
  })
  await tray(page).locator('input[type=file]').setInputFiles(paths)
  page.once('close', () => rmSync(folder, { recursive: true, force: true }))
}

/** Says which dispute the articles belong to: the one at hand, or a new one with its question. */
export async function chooseDispute(page, which, question = '') {
  if (which === 'same') {
    await tray(page).getByRole('radio', { name: /^The same/ }).check()
  } else {
    await tray(page).getByRole('radio', { name: 'A new one' }).check()
    await tray(page).getByRole('textbox', { name: /Name the question/ }).fill(question)
  }
}

/** The button that has them read. */
export const readButton = (page) => tray(page).getByRole('button', { name: /^Read / })

/** Has them read. */
export async function readThem(page) {
  await readButton(page).click()
}
