// The lists of names and words in whole: fetched after the last word on the bundled dossier, waited for where other texts are
// to be read, and missed with a note. What the bundled dossier needs of them is in the program.

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'
import { addFiles, cells, chooseDispute, drawn, openPage, readThem, ready, row, tray } from './lib/page.mjs'
import { CLI, DIST, DOSSIER } from './lib/paths.mjs'
import { site } from './lib/site.mjs'

const named = (pattern) => readdirSync(DIST).find((file) => pattern.test(file))
const LISTS = named(/^lists-.*\.txt$/)
const MODEL = named(/\.dmsm$/)
const PROGRAM = named(/^app-.*\.wasm$/)
const [lists, model] = [LISTS, MODEL].map((name) => readFileSync(join(DIST, name)))

// A country, its president by office and day, and a metonym: none of them is in the bundled dossier.
const OWN = `---
date: 2008-05-03
---
Kenya opposes the American missile shield, the Kenyan president said on Saturday. "We reject the missile shield," Kibaki said.

Casa Rosada supports the American missile shield.
`
const NOTE = /read with the names and words of the articles here alone/

const { open, visit, answerWith, holdBack, restore, address, requests, asked } = site()

async function waitUntilAsked(page) {
  while (asked(LISTS) === 0) await page.waitForTimeout(20)
}

/** Adds the own article to the dossier at hand, without waiting for the comparison. */
async function addOwn(page) {
  await addFiles(page, [{ name: 'own.md', text: OWN }])
  await row(page, 'own.md').waitFor()
  await chooseDispute(page, 'same')
  await readThem(page)
}

const opened = (page) => page.waitForFunction(() => location.hash.includes('dossier.own-'))

test('the program holds what the bundled dossier needs, and the file the rest', () => {
  const program = readFileSync(join(DIST, PROGRAM))
  for (const name of ['Vladimir Putin', 'Kremlin']) assert.ok(program.includes(name) && lists.includes(name), name)
  for (const name of ['Mwai Kibaki', 'Casa Rosada', 'Nairobi']) assert.ok(!program.includes(name) && lists.includes(name), name)
})

test('a first visit asks for the lists last, once the comparison with grammar is drawn', async () => {
  const release = holdBack(MODEL, { body: model })
  const { page, complaints, close } = await open()
  await drawn(page)
  await page.waitForTimeout(600)
  assert.equal(asked(LISTS), 0, 'the comparison by rules needs none')
  release()
  await page.getByText('Read by rules and grammar.').waitFor()
  await waitUntilAsked(page)
  await page.waitForLoadState('networkidle')
  assert.equal(asked(LISTS), 1)
  assert.equal(requests().filter((path) => !path.includes('/icons/')).at(-1)?.endsWith(LISTS), true)
  assert.deepEqual(complaints, [])
  await close()
})

test('own articles on a first visit wait for the lists, and read as on the command line', async () => {
  // Without the model, so that nothing but the reader asks for them.
  holdBack(MODEL, { body: model })
  const release = holdBack(LISTS, { body: lists })
  const { page, complaints, close } = await open()
  await drawn(page)
  await addOwn(page)
  await waitUntilAsked(page)
  await page.waitForTimeout(200)
  assert.equal(await page.evaluate(() => location.hash.includes('own-')), false, 'nothing is read without them')
  release()
  await opened(page)
  await tray(page).waitFor({ state: 'hidden' })
  for (const country of ['Kenya', 'Argentina', 'Russia']) assert.ok((await cells(page, country).count()) >= 1, country)
  assert.equal(asked(LISTS), 1)

  const share = page.locator('details', { has: page.getByText('Share', { exact: true }) })
  await share.locator('summary').click()
  const [download] = await Promise.all([page.waitForEvent('download'), share.getByRole('button', { name: 'Statements, JSON lines' }).click()])
  const folder = mkdtempSync(join(tmpdir(), 'demarche-lists-'))
  try {
    writeFileSync(join(folder, 'own.md'), OWN)
    writeFileSync(join(folder, 'index.json'), JSON.stringify([{ file: join(folder, 'own.md') }]))
    const codebook = join(DIST, 'dossiers', DOSSIER, 'dossier.json')
    const options = ['analyse', '--rules-only', '--codebook', codebook, '--articles', join(folder, 'index.json')]
    const { status, stdout, stderr } = spawnSync(CLI, options, { encoding: 'utf8' })
    assert.equal(status, 0, stderr)
    const bundled = new Set(JSON.parse(readFileSync(codebook, 'utf8')).articles.map(({ id }) => id))
    // A dropped file is named after its text, so its own name is all that may differ.
    const plain = (lines) =>
      lines
        .split('\n')
        .filter((line) => line && !bundled.has(JSON.parse(line).article))
        .map((line) => line.replaceAll(JSON.parse(line).article, 'own'))
    const printed = plain(stdout)
    assert.ok(printed.some((line) => line.includes('Mwai Kibaki')) && printed.some((line) => line.includes('"AR"')))
    assert.deepEqual(plain(readFileSync(await download.path(), 'utf8')), printed)
  } finally {
    rmSync(folder, { recursive: true })
  }
  assert.deepEqual(complaints, [])
  await close()
})

test('a reader who goes offline after the page is quiet can still add articles', async () => {
  const { page, context, close } = await open()
  await ready(page)
  await waitUntilAsked(page)
  await page.waitForLoadState('networkidle')
  await context.setOffline(true)
  await addOwn(page)
  await opened(page)
  await ready(page)
  assert.ok((await cells(page, 'Kenya').count()) >= 1)
  assert.equal(await page.getByText(NOTE).count(), 0)
  await close()
})

test('a dossier that is not the one the program was made for waits for the lists', async () => {
  const file = JSON.parse(readFileSync(join(DIST, 'dossiers', DOSSIER, 'dossier.json'), 'utf8')).articles[0].file
  answerWith(`dossiers/${DOSSIER}/${file}`, { body: OWN })
  holdBack(MODEL, { body: model })
  const { page, close } = await open()
  await drawn(page)
  assert.equal(asked(LISTS), 1)
  assert.ok((await cells(page, 'Kenya').count()) >= 1)
  await close()
})

test('a reader who stops waiting for the lists gets nothing later', async () => {
  holdBack(MODEL, { body: model })
  const release = holdBack(LISTS, { body: lists })
  const { page, close } = await open()
  await drawn(page)
  await addOwn(page)
  await waitUntilAsked(page)
  await tray(page).getByRole('button', { name: 'Close', exact: true }).click()
  await page.getByRole('button', { name: 'Stop' }).click()
  release()
  await page.waitForTimeout(1000)
  assert.equal(await page.evaluate(() => location.hash.includes('own-')), false)
  assert.equal(await page.getByRole('progressbar').count(), 0)
  await close()
})

test('where no worker starts, the page learns the lists itself', async () => {
  const { page, context, close } = await visit()
  await context.addInitScript(() => delete globalThis.Worker)
  await page.goto(address())
  await ready(page)
  await addOwn(page)
  await opened(page)
  await ready(page)
  assert.ok((await cells(page, 'Kenya').count()) >= 1)
  await close()
})

const damaged = Buffer.from(lists)
damaged[lists.length >> 1] ^= 1
const faults = [
  ['missing', { status: 404, body: 'not found' }, /lists-.*does not have this file/],
  ['refused by the host', { status: 503, body: 'later' }, /lists-.*answer 503/],
  ['cut off on their way', { broken: true }, /lists-.*connection failed/],
  ['damaged', { body: damaged }, /lists-.*damaged/],
  ['cut short', { body: lists.subarray(0, 5000) }, /lists-.*damaged/],
  ['empty', { body: '' }, /lists-.*damaged/],
  ['a page of the host', { body: '<!doctype html><title>Not here</title>' }, /lists-.*damaged/],
]
for (const [name, answer, message] of faults) {
  test(`lists that are ${name}: a note says so, and what is known is read`, async () => {
    answerWith(LISTS, answer)
    const { page, close } = await open()
    await ready(page)
    const note = page.getByRole('status').getByText(NOTE)
    await note.waitFor()
    assert.match(await note.textContent(), message)
    await addFiles(page, [{ name: 'own.txt', text: 'WARSAW, 3 May 2008.\n\nPoland opposes the American missile shield.\n' }])
    await chooseDispute(page, 'same')
    await readThem(page)
    await opened(page)
    await ready(page)
    assert.ok((await cells(page, 'Poland').count()) >= 1)
    assert.equal(await note.count(), 1, 'it is said once')
    await openPage(page, 'How this was made')
    await close()
  })
}

test('lists that could not be had are asked for again with the next own articles', async () => {
  answerWith(LISTS, { broken: true })
  const { page, close } = await open()
  await ready(page)
  await page.getByText(NOTE).waitFor()
  restore()
  await addOwn(page)
  await opened(page)
  await ready(page)
  assert.ok((await cells(page, 'Kenya').count()) >= 1)
  await close()
})
