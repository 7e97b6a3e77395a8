// The main job: articles in, a comparison by country on the screen, its evidence, a link out.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import test, { after, before } from 'node:test'
import { launch, visit } from './lib/browser.mjs'
import { cells, fragment, openCell, openFilter, openPage, panel, ready, tally } from './lib/page.mjs'
import { DIST, DOSSIER, inRoot } from './lib/paths.mjs'
import { serve } from './lib/server.mjs'

const dossier = JSON.parse(readFileSync(inRoot('public/dossiers', DOSSIER, 'dossier.json'), 'utf8'))

let browser, server
before(async () => {
  browser = await launch()
  server = await serve(DIST, { path: '/some/sub/path/' })
})
after(async () => {
  await browser?.close()
  await server?.close()
})

/** A tab with the bundled dossier, at a link if one is given. */
async function open(link = '', options = {}) {
  const tab = await visit(browser, options)
  await tab.page.goto(server.url + link)
  return tab
}

test('the bundled dossier opens as a grid with a row for each of its questions', async () => {
  const { page, complaints, close } = await open()
  await ready(page)
  const rows = page.locator('table th[scope=row]')
  assert.equal(await rows.count(), dossier.issues.length)
  assert.deepEqual((await rows.allTextContents()).map((title) => title.trim()).sort(), dossier.issues.map(({ title }) => title).sort())
  assert.ok((await cells(page).count()) >= 15)
  await page.getByRole('heading', { level: 1, name: /Missile defence/ }).waitFor()
  await page.getByText(/not checked by a person/).waitFor()
  assert.equal(await fragment(page), '', 'no filter is set at first')
  assert.deepEqual(complaints, [])
  await close()
})

test('the grid fits 1440 pixels without scrolling sideways', async () => {
  const { page, close } = await open()
  await ready(page)
  const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth])
  assert.ok(content <= window, `${content} > ${window}`)
  await close()
})

test('a filter is a link: it changes the address, the counts and the grid, and Back undoes it', async () => {
  const { page, close } = await open()
  await ready(page)
  const all = await cells(page).count()
  const filter = await openFilter(page, 'Country')
  await filter.getByRole('link', { name: /^Russia/ }).click()
  assert.match(await fragment(page), /holder\.ru/)
  await page.waitForFunction((before) => document.querySelectorAll('table td a').length < before, all)
  for (const cell of await cells(page).all()) assert.match(await cell.getAttribute('aria-label'), /^Russia: /)
  const [left, whole] = await tally(page)
  assert.ok(left > 0 && left < whole, `${left} of ${whole}`)
  await page.getByRole('link', { name: /^Drop the filter/ }).first().waitFor()
  await page.goBack()
  await page.waitForFunction((before) => document.querySelectorAll('table td a').length === before, all)
  assert.equal(await fragment(page), '')
  await close()
})

test('the counts of a filter say what each choice would leave', async () => {
  const { page, close } = await open()
  await ready(page)
  const filter = await openFilter(page, 'Country')
  const choice = filter.getByRole('link', { name: /^Russia/ })
  const count = Number((await choice.textContent()).match(/(\d+)\s*$/)[1])
  await choice.click()
  await page.locator('.tally').waitFor()
  assert.equal((await tally(page))[0], count)
  await close()
})

test('a filter that leaves nothing names the one to drop', async () => {
  const { page, close } = await open()
  await ready(page)
  await page.getByRole('searchbox', { name: 'Search the sentences' }).fill('zzzqqq')
  const drop = page.getByRole('main').getByRole('link', { name: /Drop the filter “Search”/ })
  await drop.click()
  await ready(page)
  assert.doesNotMatch(await fragment(page), /text/)
  await close()
})

test('a cell opens its sentences with the words they rest on, one more click the article at the sentence', async () => {
  const { page, close } = await open()
  await ready(page)
  const name = await openCell(page, 'Russia')
  const cards = panel(page).getByRole('article')
  assert.ok((await cards.count()) >= 1, name)
  const card = cards.first()
  assert.ok((await card.locator('.sentence').textContent()).trim().length > 20)
  assert.ok((await card.locator('.cue').count()) >= 1, 'the words that give the stance are marked')
  await card.getByText(/^Why:/).waitFor()
  const sentence = (await card.locator('.sentence').textContent()).trim()
  await card.getByRole('link', { name: 'In the article' }).click()
  await page.waitForURL(/page\.article/)
  const marked = page.locator('.tagged.focus')
  await marked.first().waitFor()
  const shown = (await marked.allTextContents()).join('')
  assert.ok(shown.includes(sentence.slice(0, 20).trim()) || sentence.includes(shown.slice(0, 20)), `${shown} / ${sentence}`)
  const seen = await marked.first().evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect()
    return bottom > 0 && top < innerHeight
  })
  assert.ok(seen, 'the sentence is on the screen')
  await page.goBack()
  await panel(page).getByRole('article').first().waitFor()
  await close()
})

test('a shared link opens the same view in a fresh profile', async () => {
  const first = await open()
  await ready(first.page)
  const filter = await openFilter(first.page, 'Country')
  await filter.getByRole('link', { name: /^Russia/ }).click()
  await first.page.keyboard.press('Escape')
  await openCell(first.page, 'Russia')
  await first.page.getByText('Share', { exact: true }).click()
  await first.page.getByRole('button', { name: /Copy a link/ }).click()
  await first.page.getByText('Copied').waitFor()
  const link = await first.page.evaluate(() => navigator.clipboard.readText())
  assert.ok(link.startsWith(server.url), link)
  const see = async (page) => ({
    cells: await cells(page).evaluateAll((all) => all.map((cell) => cell.getAttribute('aria-label'))),
    panel: await panel(page).innerText(),
  })
  const wanted = await see(first.page)
  await first.close()

  const second = await visit(browser)
  await second.page.goto(link)
  await ready(second.page)
  await panel(second.page).getByRole('article').first().waitFor()
  assert.deepEqual(await see(second.page), wanted)
  await second.close()
})

test('a single statement has a link', async () => {
  const { page, close } = await open()
  await ready(page)
  await openCell(page, 'Russia')
  const card = panel(page).getByRole('article').first()
  const sentence = await card.locator('.sentence').textContent()
  await card.getByRole('button', { name: 'Copy link' }).click()
  await card.getByText('Copied').waitFor()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  assert.match(link, /statement\./)
  const other = await visit(browser)
  await other.page.goto(link)
  await other.page.locator('article.focus').waitFor()
  assert.equal(await other.page.locator('article.focus .sentence').textContent(), sentence)
  await other.close()
  await close()
})

test('Back and Forward walk through what was opened', async () => {
  const { page, close } = await open()
  await ready(page)
  await openCell(page, 'Russia')
  await openPage(page, 'Articles')
  await page.goBack()
  await panel(page).getByRole('link', { name: 'Close' }).waitFor()
  await page.goBack()
  await panel(page).getByRole('link', { name: 'Close' }).waitFor({ state: 'detached' })
  await page.goForward()
  await panel(page).getByRole('link', { name: 'Close' }).waitFor()
  await close()
})

test('an article shows its marks, and the legend switches them', async () => {
  const { page, complaints, close } = await open()
  await ready(page)
  await openPage(page, 'Articles')
  await page.getByRole('main').getByRole('link').first().click()
  await page.waitForURL(/page\.article/)
  await page.locator('main .named').first().waitFor()
  const names = await page.locator('main .named.countries').count()
  assert.ok(names > 0)
  assert.deepEqual(complaints, [])
  await close()
})
