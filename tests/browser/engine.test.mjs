// The engine compiled for speed: fetched when the reader adds articles, put in the place of the page's own, and missed without a word.

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'
import { addFiles, cells, chooseDispute, drawn, readThem, ready, row, tray } from './lib/page.mjs'
import { CLI, DIST, DOSSIER, inRoot } from './lib/paths.mjs'
import { site } from './lib/site.mjs'

const [SCRIPT, ENGINE] = ['js', 'wasm'].map((ending) => readdirSync(DIST).find((file) => file.startsWith('engine-') && file.endsWith(ending)))
const LISTS = readdirSync(DIST).find((file) => /^lists-.*\.txt$/.test(file))
const engine = readFileSync(join(DIST, ENGINE))

const OWN = `---
date: 2008-05-03
---
Kenya opposes the American missile shield, the Kenyan president said on Saturday. "We reject the missile shield," Kibaki said.
`
/** Articles enough for several messages to a worker. */
const FOLDER = inRoot('tests/disputes/darfur-force')
const many = JSON.parse(readFileSync(join(FOLDER, 'index.json'), 'utf8')).map(({ file }) => ({ name: file.replaceAll('/', '-'), file: join(FOLDER, file) }))

const { open, visit, answerWith, holdBack, address, asked } = site()

const opened = (page) => page.waitForFunction(() => location.hash.includes('dossier.own-'))

/** The next worker that starts in a page, and the end of the one that it has. */
const exchange = (page) => Promise.all([page.waitForEvent('worker'), new Promise((resolve) => page.workers()[0].once('close', resolve))])

/** Adds articles, has them read, and waits for the last word on them; nothing is read before the `fast` engine is there. */
async function readOwn(page, files, { fast = false } = {}) {
  const exchanged = fast && exchange(page)
  await addFiles(page, files)
  for (const { name } of files) await row(page, name).waitFor()
  await exchanged
  await chooseDispute(page, 'same')
  await readThem(page)
  await opened(page)
  await tray(page).waitFor({ state: 'hidden' })
  await page.getByText('Read by rules and grammar.').waitFor()
}

/** The statements in articles that are not the bundled ones, without the ids of these articles. */
function own(lines) {
  const bundled = new Set(JSON.parse(readFileSync(join(DIST, 'dossiers', DOSSIER, 'dossier.json'), 'utf8')).articles.map(({ id }) => id))
  const found = lines.split('\n').filter((line) => line && !bundled.has(JSON.parse(line).article))
  return found.map((line) => line.replaceAll(JSON.parse(line).article, 'own')).sort()
}

async function statements(page) {
  const share = page.locator('details', { has: page.getByText('Share', { exact: true }) })
  await share.locator('summary').click()
  const [download] = await Promise.all([page.waitForEvent('download'), share.getByRole('button', { name: 'Statements, JSON lines' }).click()])
  return own(readFileSync(await download.path(), 'utf8'))
}

test('a visit without own articles never asks for it', async () => {
  const { page, close } = await open()
  await ready(page)
  while (asked(LISTS) === 0) await page.waitForTimeout(20)
  await page.waitForLoadState('networkidle')
  assert.equal(asked(ENGINE) + asked(SCRIPT), 0)
  await close()
})

test('it is fetched as soon as the reader adds an article, once, and its worker takes the other’s place', async () => {
  const { page, complaints, close } = await open()
  await ready(page)
  const exchanged = exchange(page)
  await addFiles(page, [{ name: 'own.md', text: OWN }])
  await exchanged
  assert.equal(page.workers().length, 1)
  await addFiles(page, [{ name: 'other.md', text: `${OWN}\nThey met.\n` }])
  await chooseDispute(page, 'same')
  await readThem(page)
  await opened(page)
  await ready(page)
  assert.ok((await cells(page, 'Kenya').count()) >= 1)
  assert.deepEqual([asked(ENGINE), complaints], [1, []])
  await close()
})

test('both engines find what the command line finds, to the byte', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-engine-'))
  try {
    const texts = [{ name: 'own.md', text: OWN }, ...many.map(({ name, file }) => ({ name, text: readFileSync(file, 'utf8') }))]
    for (const { name, text } of texts) writeFileSync(join(folder, name), text)
    writeFileSync(join(folder, 'index.json'), JSON.stringify(texts.map(({ name }) => ({ file: join(folder, name) }))))
    const options = ['analyse', '--codebook', join(DIST, 'dossiers', DOSSIER, 'dossier.json'), '--articles', join(folder, 'index.json')]
    const { status, stdout, stderr } = spawnSync(CLI, options, { encoding: 'utf8' })
    assert.equal(status, 0, stderr)
    const printed = own(stdout)
    assert.ok(printed.some((line) => line.includes('Mwai Kibaki')))
    for (const fast of [true, false]) {
      if (!fast) answerWith(ENGINE, { status: 404, body: '' })
      const { page, close } = await open()
      await ready(page)
      await readOwn(page, texts, { fast })
      assert.deepEqual(await statements(page), printed, fast ? 'the fast engine' : 'the small engine')
      await close()
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('it takes its place in the midst of the work', async () => {
  const release = holdBack(ENGINE, { body: engine })
  const { page, complaints, close } = await open()
  await ready(page)
  const exchanged = exchange(page)
  const long = Array.from({ length: 24 }, (_, at) => ({ name: `${at}.txt`, text: `${at}: Kenya opposes the missile shield.\n\n${'Leaders met on Monday to talk of fish. '.repeat(8000)}\n` }))
  await addFiles(page, long)
  await row(page, '23.txt').waitFor()
  await chooseDispute(page, 'same')
  await readThem(page)
  release()
  await exchanged
  await opened(page)
  await ready(page)
  assert.ok((await cells(page, 'Kenya').count()) >= 1)
  assert.deepEqual(complaints, [])
  await close()
})

const damaged = Buffer.from(engine)
damaged[engine.length >> 1] ^= 1
const faults = [
  ['missing', ENGINE, { status: 404, body: '' }],
  ['cut off on its way', ENGINE, { broken: true }],
  ['damaged', ENGINE, { body: damaged }],
  ['without its script', SCRIPT, { status: 404, body: '' }],
  ['with a script of something else', SCRIPT, { body: 'export const serve = () => { throw new Error("not this") }' }],
]
for (const [name, file, answer] of faults) {
  test(`an engine that is ${name}: the page's own goes on, and nobody need know`, async () => {
    answerWith(file, answer)
    const { page, close } = await open()
    await ready(page)
    await readOwn(page, [{ name: 'own.md', text: OWN }])
    assert.ok(asked(file) > 0)
    assert.ok((await cells(page, 'Kenya').count()) >= 1)
    assert.equal(await page.getByRole('status').getByText(/engine|fetched/).count(), 0)
    assert.equal(page.workers().length, 1)
    await close()
  })
}

test('where no worker starts, the page reads own articles itself', async () => {
  const { page, context, close } = await visit()
  await context.addInitScript(() => delete globalThis.Worker)
  await page.goto(address())
  await drawn(page)
  await readOwn(page, [{ name: 'own.md', text: OWN }])
  assert.ok((await cells(page, 'Kenya').count()) >= 1)
  await close()
})
