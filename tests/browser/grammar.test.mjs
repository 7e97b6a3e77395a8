// The parser's model: fetched after the first comparison, put to use without disturbing the reader, and missed without harm.

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { addFiles, cells, chooseDispute, drawn, openCell, openFilter, openPage, panel, readThem, ready, tray } from './lib/page.mjs'
import { CLI, DIST, DOSSIER } from './lib/paths.mjs'
import { site } from './lib/site.mjs'

const NAME = readdirSync(DIST).find((file) => file.endsWith('.dmsm'))
const MODEL = readFileSync(join(DIST, NAME))
const ID = MODEL.readBigUInt64LE(MODEL.length - 8).toString(16).padStart(16, '0')
const OWN = 'WARSAW, 3 May 2008.\n\nPoland opposes the American missile shield, Prime Minister Donald Tusk said on Saturday.\n'

const SO_FAR = 'Read by rules so far; with grammar in a moment.'
const GRAMMAR = 'Read by rules and grammar.'
const ALONE = 'Read by rules alone.'

const { open, visit, answerWith, holdBack, address, requests } = site()

const says = (page, words) => page.locator('.method', { hasText: words }).waitFor()

test('the comparison by rules stands before the model is asked for, and without it', async () => {
  const release = holdBack(NAME, { body: MODEL })
  const { page, complaints, close } = await open()
  await drawn(page)
  await says(page, SO_FAR)
  assert.ok((await cells(page).count()) > 0)
  while (!requests().some((path) => path.endsWith('.dmsm'))) await page.waitForTimeout(20)
  // The style of the other pages is asked for in the same breath.
  const asked = requests().filter((path) => !/\/icons\/|\/later-/.test(path))
  assert.equal(asked.findIndex((path) => path.endsWith('.dmsm')), asked.length - 1, 'it is the last')
  release()
  await says(page, GRAMMAR)
  assert.ok((await cells(page).count()) > 0)
  assert.deepEqual(complaints, [])
  await openPage(page, 'How this was made')
  await page.getByText(`model ${ID}.`).waitFor()
  await close()
})

test('filters, open cell, scroll and focus stay when the results are replaced', async () => {
  const release = holdBack(NAME, { body: MODEL })
  const { page, close } = await open('', { viewport: { width: 1440, height: 500 } })
  await drawn(page)
  const filter = await openFilter(page, 'Country')
  await filter.getByRole('link', { name: /^Russia/ }).click()
  await page.keyboard.press('Escape')
  await openCell(page, 'Russia')
  await page.evaluate(() => document.querySelector('.panel-inner').scrollTo(0, 60))
  await page.evaluate(() => scrollTo(0, 120))
  // A link of the panel that has no id of its own. Cards may come or go above it: it stays where the reader sees it.
  const focused = panel(page).getByRole('link', { name: 'In the article' }).last()
  await focused.focus({ preventScroll: true })
  const look = () =>
    page.evaluate(() => {
      const { activeElement } = document
      return {
        hash: location.hash,
        scroll: scrollY,
        focus: activeElement.getAttribute('href'),
        top: Math.round(activeElement.getBoundingClientRect().top),
      }
    })
  const [seen, mark] = [await look(), await page.locator('table').elementHandle()]
  assert.match(seen.hash, /holder\.ru.*cell\.ru/)
  release()
  await says(page, GRAMMAR)
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))))
  assert.equal(await mark.evaluate((element) => element.isConnected), false, 'the grid was drawn anew')
  assert.deepEqual(await look(), seen)
  await close()
})

test('a reader who is writing is not disturbed: the results wait', async () => {
  const release = holdBack(NAME, { body: MODEL })
  const { page, close } = await open()
  await drawn(page)
  const search = page.getByRole('searchbox', { name: 'Search the sentences' })
  await search.pressSequentially('miss')
  release()
  await page.waitForTimeout(1500)
  await says(page, SO_FAR)
  await search.pressSequentially('ile')
  assert.equal(await search.inputValue(), 'missile')
  await search.blur()
  await says(page, GRAMMAR)
  // The address follows the reader's fingers at a distance.
  await page.waitForFunction(() => location.hash.includes('text.missile'))
  await close()
})

test('an article keeps its place as well', async () => {
  const release = holdBack(NAME, { body: MODEL })
  const { page, close } = await open(`#v1~page.article_${JSON.parse(readFileSync(join(DIST, 'dossiers', DOSSIER, 'dossier.json'))).articles[0].id}`)
  const text = page.locator('.story .text')
  await text.waitFor()
  await page.evaluate(() => scrollTo(0, 200))
  // The article's own words, without the notes that stand between them.
  const words = () =>
    text.evaluate((element) => {
      const copy = element.cloneNode(true)
      for (const note of copy.querySelectorAll('.note, .notes')) note.remove()
      return copy.textContent.replace(/\s+/g, ' ').trim()
    })
  const [before, scroll, mark] = [await words(), await page.evaluate(() => scrollY), await text.elementHandle()]
  assert.ok(before.length > 1000)
  release()
  await page.waitForFunction((text) => !text.isConnected, mark)
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))))
  assert.equal(await words(), before)
  assert.equal(await page.evaluate(() => scrollY), scroll)
  await close()
})

test('articles added later are read with grammar, those of the dossier too', async () => {
  const { page, close } = await open()
  await ready(page)
  await addFiles(page, [{ name: 'tusk.txt', text: OWN }])
  await chooseDispute(page, 'same')
  await readThem(page)
  await page.waitForFunction(() => location.hash.includes('dossier.own-'))
  await says(page, GRAMMAR)
  assert.ok((await cells(page, 'Poland').count()) >= 1)
  await close()
})

test('articles added before the model came are read again with it', async () => {
  const release = holdBack(NAME, { body: MODEL })
  const { page, close } = await open()
  await drawn(page)
  await addFiles(page, [{ name: 'tusk.txt', text: OWN }])
  await chooseDispute(page, 'same')
  await readThem(page)
  await page.waitForFunction(() => location.hash.includes('dossier.own-'))
  await tray(page).waitFor({ state: 'hidden' })
  await says(page, SO_FAR)
  release()
  await says(page, GRAMMAR)
  assert.ok((await cells(page, 'Poland').count()) >= 1)
  await close()
})

const damaged = Buffer.from(MODEL)
damaged[MODEL.length >> 1] ^= 1
const newer = Buffer.from(MODEL)
newer[4] += 1
const faults = [
  ['missing', { status: 404, body: 'not found' }, /dmsm.*does not have this file/],
  ['refused by the host', { status: 503, body: 'later' }, /dmsm.*answer 503/],
  ['cut off on its way', { broken: true }, /dmsm.*connection failed/],
  ['damaged', { body: damaged }, /dmsm.*damaged/],
  ['cut short', { body: MODEL.subarray(0, 5000) }, /dmsm.*damaged/],
  ['empty', { body: '' }, /dmsm.*no parser model/],
  ['of another version', { body: newer }, /dmsm.*another version/],
  ['a page of the host', { body: '<!doctype html><title>Not here</title>' }, /dmsm.*no parser model/],
]
for (const [name, answer, message] of faults) {
  test(`a model that is ${name}: a note says so, and the rules go on`, async () => {
    answerWith(NAME, answer)
    const { page, close } = await open()
    await ready(page)
    await says(page, ALONE)
    const note = page.getByRole('status').getByText(/read by rules alone, without their grammar/)
    await note.waitFor()
    assert.match(await note.textContent(), message)
    await openPage(page, 'How this was made')
    await page.getByText('model none.').waitFor()
    await openPage(page, 'Compare')
    await addFiles(page, [{ name: 'tusk.txt', text: OWN }])
    await chooseDispute(page, 'same')
    await readThem(page)
    await page.waitForFunction(() => location.hash.includes('dossier.own-'))
    await says(page, ALONE)
    assert.ok((await cells(page, 'Poland').count()) >= 1)
    await close()
  })
}

test('where no worker starts, the page reads with grammar itself', async () => {
  const { page, context, close } = await visit()
  await context.addInitScript(() => delete globalThis.Worker)
  await page.goto(address())
  await says(page, GRAMMAR)
  assert.ok((await cells(page).count()) > 0)
  await close()
})

test('the command line names the model that the page uses', () => {
  assert.match(execFileSync(CLI, ['--version'], { encoding: 'utf8' }), new RegExp(`model ${ID}$`, 'm'))
})
