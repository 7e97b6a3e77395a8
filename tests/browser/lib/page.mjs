// How the tests know the page: by roles, names and words, as a reader does.

/** Waits until the comparison is drawn: as many rows as the dossier has issues, and cells to open. */
export async function ready(page) {
  await page.waitForFunction(() => document.querySelectorAll('tbody th[scope=row]').length > 0 && document.querySelector('tbody td a, tbody td button'))
}
