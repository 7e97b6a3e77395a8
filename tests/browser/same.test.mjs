// One engine: what the page exports is what the command line prints, to the byte.

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after, before } from 'node:test'
import { launch, visit } from './lib/browser.mjs'
import { addFiles, chooseDispute, fragment, openFilter, ready, readThem, row, tray } from './lib/page.mjs'
import { CLI, DIST, DOSSIER, outside } from './lib/paths.mjs'
import { serve } from './lib/server.mjs'

// The very files that the page reads.
const CODEBOOK = join(DIST, 'dossiers', DOSSIER, 'dossier.json')
const reports = outside('REPORTS')

let browser, server
before(async () => {
  browser = await launch()
  server = await serve(DIST)
})
after(async () => {
  await browser?.close()
  await server?.close()
})

async function open() {
  const tab = await visit(browser)
  await tab.page.goto(server.url)
  await ready(tab.page)
  return tab
}

/** What the command line prints. */
function cli(command, ...options) {
  const { status, stdout, stderr } = spawnSync(CLI, [command, '--codebook', CODEBOOK, ...options], { encoding: 'utf8', maxBuffer: 1 << 28 })
  assert.equal(status, 0, stderr)
  return stdout
}

/** What the page saves. */
async function saved(page, name) {
  const share = page.locator('details', { has: page.getByText('Share', { exact: true }) })
  if ((await share.getAttribute('open')) === null) await share.locator('summary').click()
  const [download] = await Promise.all([page.waitForEvent('download'), share.getByRole('button', { name }).click()])
  return readFileSync(await download.path(), 'utf8')
}

/** Equal to the byte; else the first line that differs, since whole files are too much to read. */
function sameBytes(page, printed) {
  if (page === printed) return
  const [ours, theirs] = [page.split('\n'), printed.split('\n')]
  const at = ours.findIndex((line, at) => line !== theirs[at])
  assert.fail(`line ${at + 1} of ${ours.length} and ${theirs.length}\npage:    ${ours[at]}\ncommand: ${theirs[at]}`)
}

test('statements and positions of the bundled dossier, as JSON lines and CSV', async () => {
  const { page, close } = await open()
  await page.getByText('Read by rules and grammar.').waitFor()
  sameBytes(await saved(page, 'Statements, JSON lines'), cli('analyse'))
  sameBytes(await saved(page, 'Positions, JSON lines'), cli('compare'))
  sameBytes(await saved(page, 'Statements, CSV'), cli('analyse', '--format', 'csv'))
  sameBytes(await saved(page, 'Positions, CSV'), cli('compare', '--format', 'csv'))
  await close()
})

test('by rules alone, where the page has no model and the command line takes none', async () => {
  const name = readdirSync(DIST).find((file) => file.endsWith('.dmsm'))
  server.overrides.set(name, { status: 404, body: 'not found' })
  const { page, close } = await open()
  server.overrides.clear()
  await page.getByText('Read by rules alone.').waitFor()
  sameBytes(await saved(page, 'Statements, JSON lines'), cli('analyse', '--rules-only'))
  sameBytes(await saved(page, 'Positions, JSON lines'), cli('compare', '--rules-only'))
  await close()
})

test('a filtered view: the command line takes the page’s link', async () => {
  const { page, close } = await open()
  const filter = await openFilter(page, 'Country')
  await filter.getByRole('link', { name: /^Russia/ }).click()
  await page.locator('.tally').waitFor()
  const link = server.url + (await fragment(page))
  const lines = await saved(page, 'Statements, JSON lines')
  sameBytes(lines, cli('analyse', '--view', link))
  assert.ok(lines.split('\n').filter(Boolean).every((line) => JSON.parse(line).holder === 'RU'))
  await close()
})

test('the five source reports dropped on the page', { skip: reports ? false : 'REPORTS is not given' }, async () => {
  const index = JSON.parse(readFileSync(join(reports, 'index.json'), 'utf8'))
  const { page, complaints, close } = await open()
  await addFiles(page, index.map(({ file }) => ({ name: file, text: readFileSync(join(reports, file), 'utf8') })))
  for (const { file, date, outlet } of index) {
    const facts = row(page, file)
    await facts.getByLabel(/^Published/).fill(date ?? '')
    await facts.getByLabel(/^Published/).blur()
    await facts.getByLabel(/^by/).fill(outlet ?? '')
    await facts.getByLabel(/^by/).blur()
  }
  await chooseDispute(page, 'same')
  await readThem(page)
  await page.waitForFunction(() => location.hash.includes('dossier.own-'))
  await tray(page).waitFor({ state: 'hidden' })
  await ready(page)

  const folder = mkdtempSync(join(tmpdir(), 'demarche-same-'))
  try {
    writeFileSync(join(folder, 'index.json'), JSON.stringify(index.map(({ file, date, outlet }) => ({ file: join(reports, file), date, outlet }))))
    // An article's id is its own business: a dropped file is named after its text.
    const plain = (text) =>
      text
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line))
        .map(({ id, article, ...rest }) => ({ ...rest, id: id.split('_').slice(1).join('_') }))
    const ids = new Set(JSON.parse(readFileSync(CODEBOOK, 'utf8')).articles.map(({ id }) => id))
    const dropped = plain((await saved(page, 'Statements, JSON lines')).split('\n').filter((line) => line && !ids.has(JSON.parse(line).article)).join('\n'))
    const printed = plain(cli('analyse', '--articles', join(folder, 'index.json')))
    const order = (a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)
    assert.ok(printed.length > 0)
    assert.deepEqual(dropped.sort(order), printed.sort(order))
    assert.deepEqual(complaints, [])
  } finally {
    rmSync(folder, { recursive: true })
  }
  await close()
})
