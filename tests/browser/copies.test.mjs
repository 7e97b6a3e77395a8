// What several outlets print of one wire story counts once; a change and words against deeds show their sentences.

import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import { launch, visit } from './lib/browser.mjs'
import { addFiles, chooseDispute, openCell, panel, ready, readThem } from './lib/page.mjs'
import { DIST } from './lib/paths.mjs'
import { serve } from './lib/server.mjs'

const LEAD = 'Peru rejected the river barrage on Thursday after three days of talks in the old town hall of Iquitos, with the rain beating on the roof and the doors shut.'
const REST = 'Rain fell through the night, and boats lay three deep along the quay while the cooks of the inns carried soup from door to door until the morning.'
const STORY = `${LEAD}\n\n${REST}\n`
const printed = (outlet, date, text) => ({ name: `${outlet}.txt`, text: `---\ntitle: ${outlet} on the barrage\noutlet: ${outlet}\ndate: ${date}\n---\n\n${text}` })

let browser, server
before(async () => {
  browser = await launch()
  server = await serve(DIST)
})
after(async () => {
  await browser?.close()
  await server?.close()
})

/** A tab with these reports read through one question. */
async function read(files) {
  const tab = await visit(browser)
  await tab.page.goto(server.url)
  await ready(tab.page)
  await addFiles(tab.page, files)
  await chooseDispute(tab.page, 'new', 'Build the river barrage')
  await readThem(tab.page)
  await tab.page.waitForFunction(() => location.hash.includes('dossier.own-'))
  await ready(tab.page)
  return tab
}

test('a wire story in three outlets is one report, and each outlet is named', async () => {
  const wire = [printed('Courier', '2026-03-05', STORY), printed('Herald', '2026-03-06', STORY.replace('until the morning', 'until morning')), printed('Tribune', '2026-03-06', `${LEAD}\n`)]
  const { page, complaints, close } = await read(wire)
  assert.match(await openCell(page, 'Peru'), /1 of 1 report$/)
  await panel(page).getByText('1 of 1 report, 3 outlets', { exact: false }).waitFor()
  assert.equal(await panel(page).getByRole('article').count(), 1, 'one sentence, one card')
  await panel(page).getByText('one report, also in Herald, 6 March 2026 and Tribune, 6 March 2026', { exact: false }).waitFor()
  const source = page.locator('.sources li')
  assert.equal(await source.count(), 1)
  assert.match(await source.textContent(), /The same story, counted once, also in Herald, 6 March 2026; Tribune, 6 March 2026\./)
  assert.deepEqual(complaints, [])
  await close()
})

test('a vote against the words is shown as a change, with both sentences', async () => {
  const { page, close } = await read([
    printed('Courier', '2026-03-05', STORY),
    printed('Herald', '2026-05-11', 'The council met on Monday.\n\nPeru approved the river barrage in the vote.\n'),
  ])
  await openCell(page, 'Peru')
  const contrast = panel(page).locator('.contrast')
  await contrast.getByRole('heading', { name: /^Changed/ }).waitFor()
  const sentences = await contrast.locator('.sentence').allTextContents()
  assert.match(sentences[0], /^Peru rejected the river barrage/)
  assert.match(sentences[1], /^Peru approved the river barrage/)
  await contrast.getByRole('link', { name: 'The whole of it' }).last().click()
  await page.locator('article.focus', { hasText: 'approved' }).waitFor()
  await close()
})
