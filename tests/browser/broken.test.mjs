// What a site's or a link's fault looks like: a plain message that names it, and everything else goes on working.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import test from 'node:test'
import { cells, fragment, openPage, ready } from './lib/page.mjs'
import { DIST, DOSSIER, inRoot } from './lib/paths.mjs'
import { site } from './lib/site.mjs'

const FILE = `dossiers/${DOSSIER}/dossier.json`
const dossier = JSON.parse(readFileSync(inRoot('public', FILE), 'utf8'))
const article = dossier.articles[0]

const { open, answerWith, address } = site()

test('a dossier.json that is no JSON: the message names file and line, and the page stands', async () => {
  answerWith(FILE, { body: '{\n  "format": 1,\n  "issues": [\n    {"id": "x" "title": "y"}\n  ]\n}\n' })
  const { page, close } = await open()
  await page.getByText(/dossier\.json.*line 4/s).first().waitFor()
  await openPage(page, 'How this was made')
  await close()
})

test('a dossier.json with a broken field: the message names the field, the rest is read', async () => {
  const issues = [{ ...dossier.issues[0], kind: 'plan' }, { id: 7 }, ...dossier.issues.slice(1)]
  answerWith(FILE, { body: JSON.stringify({ ...dossier, issues }) })
  const { page, close } = await open()
  await ready(page)
  await page.getByText(/issues\[0\]\.kind.*“plan”/).waitFor()
  await page.getByText(/issues\[1\].*needs an id and a title/).waitFor()
  assert.ok((await cells(page).count()) > 0)
  await close()
})

test('a dossier.json that is missing: the message says so', async () => {
  answerWith(FILE, { status: 404, body: 'not found' })
  const { page, close } = await open()
  await page.getByText(/dossier\.json/).first().waitFor()
  await close()
})

test('a missing article is named, and the others are shown', async () => {
  answerWith(`dossiers/${DOSSIER}/${article.file}`, { status: 404, body: 'not found' })
  const { page, close } = await open()
  await ready(page)
  await page.getByText(new RegExp(article.file.replace('.', '\\.'))).first().waitFor()
  assert.ok((await cells(page).count()) > 0)
  await close()
})

test('an empty and a binary article are named, and the others are shown', async () => {
  const [empty, binary] = dossier.articles
  answerWith(`dossiers/${DOSSIER}/${empty.file}`, { body: '' })
  answerWith(`dossiers/${DOSSIER}/${binary.file}`, { body: Buffer.from([0, 1, 2, 3, 255, 254, 0, 0, 7]) })
  const { page, close } = await open()
  await ready(page)
  for (const { file } of [empty, binary]) await page.getByText(new RegExp(file.replace('.', '\\.'))).first().waitFor()
  assert.ok((await cells(page).count()) > 0)
  await close()
})

const links = [
  ['a part that is not known', '#v1~holder.ru~colour.red', /colour/],
  ['a value that means nothing', '#v1~stance.maybe', /maybe/],
  ['a link of a later version', '#v99~holder.ru', /version|newer|later/i],
  ['a link cut in the middle', '#v1~holder.ru~cell.ru_us-sh', null],
  ['broken percent signs', '#v1~text.%E0%A4%A', null],
  ['a link that never was one', '#<script>alert(1)</script>', null],
  ['a statement that is no longer there', '#v1~statement.sochi-ru-us-shield-00000000', null],
  ['an article that is not there', '#v1~page.article_no-such-article', /no such article/],
]
for (const [name, link, message] of links) {
  test(`${name} opens the nearest view and is named`, async () => {
    const { page, complaints, close } = await open(link)
    await page.getByRole('main').waitFor()
    if (message) await page.getByText(message).first().waitFor()
    assert.deepEqual(complaints, [])
    // The page goes on working from there.
    await openPage(page, 'Compare')
    await page.goto(`${address()}#v1`)
    await ready(page)
    assert.equal(await fragment(page), '#v1')
    await close()
  })
}

test('a dossier that is not there', async () => {
  const { page, close } = await open('#v1~dossier.no-such-dossier')
  await page.getByText(/no-such-dossier|Not here/).first().waitFor()
  await page.getByRole('link', { name: /own dossier/ }).click()
  await ready(page)
  await close()
})

test('without the program the page says what is wrong', async () => {
  const wasm = readFileSync(`${DIST}/index.html`, 'utf8').match(/href="\.\/([^"]*_bg\.wasm)"/)[1]
  answerWith(wasm, { body: Buffer.from('not the program') })
  const { page, close } = await open()
  await page.getByText(/did not start/).waitFor()
  await close()
})
