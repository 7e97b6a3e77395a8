// What a first visit does not run: fetched after the first comparison, waited for where it is wanted earlier, missed with a note.

import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { cells, drawn, openPage, ready } from './lib/page.mjs'
import { DIST } from './lib/paths.mjs'
import { site } from './lib/site.mjs'

const NAME = readdirSync(DIST).find((file) => /^rest-.*\.wasm$/.test(file))
const REST = readFileSync(join(DIST, NAME))

const { open, answerWith, holdBack, asked } = site()

test('the comparison by rules stands without the rest, which is asked for then', async () => {
  const release = holdBack(NAME, { body: REST })
  const { page, complaints, close } = await open()
  await drawn(page)
  assert.ok((await cells(page).count()) > 0)
  while (asked(NAME) === 0) await page.waitForTimeout(20)
  release()
  await ready(page)
  assert.deepEqual(complaints, [])
  await close()
})

test('what is opened before the rest is there comes when it is', async () => {
  const release = holdBack(NAME, { body: REST })
  const { page, close } = await open()
  await drawn(page)
  setTimeout(release, 300)
  await openPage(page, 'How this was made')
  await page.getByRole('heading', { name: 'What it misses' }).waitFor()
  await close()
})

test('a link into another page has the rest on its way from the start', async () => {
  const { page, complaints, close } = await open('#v1~page.about')
  await page.getByRole('heading', { name: 'What it misses' }).waitFor()
  assert.ok(asked(NAME) > 0)
  assert.deepEqual(complaints.filter((line) => !/synchronous/i.test(line)), [])
  await close()
})

test('where the rest is missing the comparison stands, and a note says so when it is wanted', async () => {
  answerWith(NAME, { status: 404, body: '' })
  const { page, close } = await open()
  await drawn(page)
  await page.locator('.method', { hasText: 'Read by rules alone' }).waitFor()
  assert.ok((await cells(page).count()) > 0)
  await page.getByRole('link', { name: 'Articles' }).first().click()
  await page.getByText('A part of the program in this page could not be fetched').waitFor()
  await close()
})
