// Why a sentence carries a tag, and why another one carries none.

import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import { launch, visit } from './lib/browser.mjs'
import { fragment, openCell, openPage, panel, ready } from './lib/page.mjs'
import { DIST } from './lib/paths.mjs'
import { serve } from './lib/server.mjs'

let browser, server
before(async () => {
  browser = await launch()
  server = await serve(DIST)
})
after(async () => {
  await browser?.close()
  await server?.close()
})

/** A tab with the comparison drawn. */
async function open(link = '', options = {}) {
  const tab = await visit(browser, options)
  await tab.page.goto(server.url + link)
  return tab
}

/** The first article of the dossier, by way of the list. */
async function openArticle(page) {
  await ready(page)
  await openPage(page, 'Articles')
  await page.getByRole('main').getByRole('link').first().click()
  await page.locator('.text [data-sentence]').first().waitFor()
}

/** Where words of an untagged sentence stand on the screen, no name among them: names are links of their own. */
async function plainWords(page) {
  const words = page.locator('.text [data-sentence]:not(:has(a))').first()
  await words.scrollIntoViewIfNeeded()
  return words.evaluate((element) => {
    const [line] = element.getClientRects()
    return [line.left + line.width / 2, line.top + line.height / 2]
  })
}

const noTag = (page) => page.getByRole('note').filter({ hasText: /^No tag: / })

test('each step of a tag is marked in its sentence with the words it names, and the rule is told', async () => {
  const { page, complaints, close } = await open()
  await ready(page)
  await openCell(page, 'Russia')
  for (const card of await panel(page).getByRole('article').all()) {
    const sentence = await card.locator('.sentence').textContent()
    const why = card.locator('.why')
    assert.match(await why.textContent(), /^Why: .+ → /)
    for (const sign of ['cue', 'topic', 'condition']) {
      const marked = (await card.locator(`.sentence .${sign}`).allTextContents()).join(' ').split(/\s+/)
      const named = (await why.locator(`.${sign}`).allTextContents()).join(' ').split(/\s+/).filter((word) => word !== '…')
      assert.deepEqual(named, marked, `${sign} in: ${sentence}`)
    }
    assert.match(await card.locator('.trust').textContent(), /^Rule: [A-Z].+\. Tags like this were .+ in \d+; unchecked\.$/)
  }
  assert.deepEqual(complaints, [])
  await close()
})

test('a click on a sentence without a tag says in one line why, and its link opens the same', async () => {
  const { page, complaints, close } = await open()
  await openArticle(page)
  assert.equal(await noTag(page).count(), 0, 'nothing is said unasked')
  await page.mouse.click(...(await plainWords(page)))
  await noTag(page).waitFor()
  const said = await noTag(page).textContent()
  assert.match(await fragment(page), /sentence\.[0-9a-f]{8}/)
  assert.ok((await page.locator('.picked').count()) > 0)

  const other = await open(await fragment(page))
  await noTag(other.page).waitFor()
  assert.equal(await noTag(other.page).textContent(), said)
  await other.close()

  await noTag(page).getByRole('link', { name: 'Close' }).click()
  await noTag(page).waitFor({ state: 'detached' })
  await page.goBack()
  await noTag(page).waitFor()
  await page.keyboard.press('Escape')
  await noTag(page).waitFor({ state: 'detached' })
  assert.doesNotMatch(await fragment(page), /sentence/)
  assert.deepEqual(complaints, [])
  await close()
})

test('the keyboard reaches every sentence without a tag by a list that names the reasons', async () => {
  const { page, close } = await open()
  await openArticle(page)
  const list = page.locator('.no-tag')
  await list.locator('summary').focus()
  await page.keyboard.press('Enter')
  const links = list.getByRole('link')
  const count = Number((await list.locator('summary b').textContent()).trim())
  assert.equal(await links.count(), count)
  await links.last().focus()
  await page.keyboard.press('Enter')
  await noTag(page).waitFor()
  assert.ok(await noTag(page).evaluate((note) => note === document.activeElement), 'the focus goes to the answer')
  assert.equal(await list.locator('[aria-current]').count(), 1)
  await close()
})

test('on a phone the answer stands in the text', async () => {
  const { page, close } = await open('', { viewport: { width: 390, height: 844 }, hasTouch: true })
  await openArticle(page)
  await page.touchscreen.tap(...(await plainWords(page)))
  await noTag(page).waitFor()
  const { width } = await noTag(page).boundingBox()
  assert.ok(width > 200, `${width} px`)
  const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth])
  assert.ok(content <= window, `${content} > ${window}`)
  await close()
})
