// Everyone's page: keyboard only, a phone, dark and light, little motion, on paper; checked by axe on every page.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import test, { after, before } from 'node:test'
import { launch, visit } from './lib/browser.mjs'
import { cells, fragment, openCell, openFilter, openPage, panel, ready } from './lib/page.mjs'
import { DIST } from './lib/paths.mjs'
import { serve } from './lib/server.mjs'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }

let browser, server
before(async () => {
  browser = await launch()
  server = await serve(DIST)
})
after(async () => {
  await browser?.close()
  await server?.close()
})

async function open(options = {}) {
  const tab = await visit(browser, options)
  await tab.page.goto(server.url)
  return tab
}

/** Fails with what axe finds, in words: rule, what it is about, where; in all of the page or in what a selector names. */
async function isClean(page, where, within = 'html') {
  // Through the debugger: the page's policy would refuse it as a script.
  await page.evaluate(axe)
  const { violations } = await page.evaluate((within) =>
    window.axe.run(within, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      // It takes every link to a fragment for a jump within the page; here a fragment is a view.
      rules: { 'skip-link': { enabled: false } },
    }),
    within,
  )
  const found = violations.flatMap(({ id, help, nodes }) => nodes.slice(0, 3).map((node) => `${where}: ${id} (${help}): ${node.html.slice(0, 160)}`))
  assert.deepEqual(found, [])
}

for (const colorScheme of ['light', 'dark']) {
  for (const [width, options] of [['desk', {}], ['tablet', { viewport: { width: 820, height: 1180 } }], ['phone', PHONE]]) {
    test(`axe finds nothing on any page, ${colorScheme}, ${width}`, async () => {
      const { page, close } = await open({ colorScheme, ...options })
      await ready(page)
      await isClean(page, 'compare')
      await page.goto(`${server.url}#v1~cell.ru_us-shield`)
      await panel(page).getByRole('link', { name: 'Close' }).waitFor()
      await isClean(page, 'cell')
      if (width === 'desk') {
        await openFilter(page, 'Country')
        // What lies beneath was looked at before; an open list covers some of it as it happens to fall.
        await isClean(page, 'filter', 'details.pop[open]')
        await page.keyboard.press('Escape')
      }
      await panel(page).getByRole('link', { name: 'In the article' }).first().click()
      await page.locator('.tagged').first().waitFor()
      await isClean(page, 'article')
      for (const name of ['Articles', 'How this was made']) {
        await openPage(page, name)
        await isClean(page, name)
      }
      await close()
    })
  }
}

test('colours change with the reader’s choice', async () => {
  const ground = async (colorScheme) => {
    const { page, close } = await open({ colorScheme })
    const colour = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    await close()
    return colour
  }
  assert.notEqual(await ground('light'), await ground('dark'))
})

test('keyboard only: filter, cell, article, and back, with the focus always in sight', async () => {
  const { page, close } = await open()
  await ready(page)
  const focused = () =>
    page.evaluate(() => {
      const { activeElement: element } = document
      const { outlineStyle, boxShadow, borderColor } = getComputedStyle(element)
      return { words: (element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 120), id: element.id, tag: element.localName, outlineStyle, boxShadow, borderColor }
    })
  /** Tabs until the focus is on something `wanted` describes. */
  const tabTo = async (wanted, key = 'Tab') => {
    for (let step = 0; step < 80; step++) {
      await page.keyboard.press(key)
      const here = await focused()
      assert.notEqual(here.tag, 'body', `the focus left the page before ${wanted}`)
      if (wanted.test(here.words)) {
        assert.ok(here.outlineStyle !== 'none' || here.boxShadow !== 'none', `the focus is not seen on ${here.words}`)
        return here
      }
    }
    throw new Error(`no way by keyboard to ${wanted}`)
  }
  await tabTo(/^Skip to the content/)
  await page.keyboard.press('Enter')
  assert.equal((await focused()).id, 'main')
  await tabTo(/^Country$/)
  await page.keyboard.press('Enter')
  await page.locator('details[open] .choice').first().waitFor()
  await tabTo(/^Russia\s*\d+$/)
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => location.hash.includes('holder.ru') && document.activeElement.getAttribute('aria-current') === 'true')
  await page.keyboard.press('Escape')
  assert.match((await focused()).words, /^Country$/)
  const cell = await tabTo(/^Russia: /)
  await page.keyboard.press('Enter')
  await panel(page).getByRole('link', { name: 'Close' }).waitFor()
  await page.waitForFunction(() => document.activeElement.closest('aside') !== null)
  await page.keyboard.press('Escape')
  await panel(page).getByRole('link', { name: 'Close' }).waitFor({ state: 'detached' })
  await page.waitForFunction((id) => document.activeElement.id === id, cell.id)
  await page.keyboard.press('Enter')
  await tabTo(/^In the article/)
  await page.keyboard.press('Enter')
  await page.waitForURL(/page\.article/)
  await page.locator('.tagged.focus').first().waitFor()
  // The browser's own key for Back is not there without its window.
  await page.goBack()
  await panel(page).getByRole('link', { name: 'Close' }).waitFor()
  await close()
})

test('no trap: the Tab key goes through the page and out of it', async () => {
  const { page, close } = await open()
  await ready(page)
  let left = false
  for (let step = 0; step < 200 && !left; step++) {
    await page.keyboard.press('Tab')
    left = await page.evaluate(() => document.activeElement === document.body)
  }
  assert.ok(left)
  await close()
})

test('on a phone the grid becomes two lists, with the same links', async () => {
  const { page, close } = await open(PHONE)
  await ready(page)
  const sideways = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  assert.ok((await sideways()) <= 0)
  assert.equal(await cells(page).count(), 0)
  const byCountry = await page.locator('.list h2').allTextContents()
  assert.ok(byCountry.some((heading) => /Russia/.test(heading)))
  await page.getByRole('link', { name: 'By issue' }).click()
  await page.waitForFunction(() => location.hash.includes('list.issue'))
  await page.locator('.list h2').filter({ hasText: /missile/i }).first().waitFor()
  await page.locator('.list a').filter({ hasText: 'Russia' }).first().click()
  await panel(page).getByRole('link', { name: 'Close' }).waitFor()
  assert.match(await fragment(page), /cell\.ru_/)
  assert.ok((await sideways()) <= 0)
  await panel(page).getByRole('link', { name: 'In the article' }).first().click()
  await page.locator('.tagged').first().waitFor()
  assert.ok((await sideways()) <= 0)
  await close()
})

test('what a finger touches on a phone is large enough', async () => {
  const { page, close } = await open(PHONE)
  await ready(page)
  const small = await page.locator('main .list a, nav a, summary, main button').evaluateAll((all) =>
    all
      .map((element) => [element.textContent.trim().slice(0, 40), element.getBoundingClientRect()])
      .filter(([, { width, height }]) => width > 0 && (height < 24 || width < 24))
      .map(([words, { width, height }]) => `${words}: ${Math.round(width)} x ${Math.round(height)}`),
  )
  assert.deepEqual(small, [])
  await close()
})

test('who wants little motion gets none', async () => {
  const { page, close } = await open({ reducedMotion: 'reduce' })
  await ready(page)
  await openCell(page, 'Russia')
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .map((element) => [element.className, getComputedStyle(element)])
      .filter(([, style]) => [style.transitionDuration, style.animationDuration].some((all) => all.split(',').some((time) => parseFloat(time) > 0.011)))
      .map(([name]) => String(name.baseVal ?? name)),
  )
  assert.deepEqual([...new Set(moving)], [])
  assert.notEqual(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior), 'smooth')
  await close()
})

test('on paper there is the comparison and no controls', async () => {
  const { page, close } = await open()
  await ready(page)
  await page.emulateMedia({ media: 'print' })
  assert.equal(await page.getByRole('group', { name: 'Filters' }).isVisible(), false)
  assert.equal(await page.getByRole('navigation', { name: 'Pages' }).isVisible(), false)
  assert.ok(await page.locator('table').isVisible())
  assert.ok(await page.getByText(/not checked by a person/).isVisible())
  const pdf = await page.pdf({ format: 'A4', landscape: true })
  assert.ok(pdf.length > 5000)
  await close()
})

test('the page is readable at twice the size', async () => {
  const { page, close } = await open({ viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 })
  await ready(page)
  assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0)
  await close()
})
