// How the tests know the page: by roles, names and words, as a reader does.

/** Waits until the comparison is drawn, as a grid or, on a phone, as lists. */
export async function ready(page) {
  await page.locator('main#main .compare-main').getByRole('link', { name: / on “|report/ }).first().waitFor()
  await page.locator('progress').waitFor({ state: 'detached' })
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
