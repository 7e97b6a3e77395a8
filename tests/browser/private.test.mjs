// Nothing leaves the browser: the page asks its own host only, and its policy holds in the page and in its worker.

import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import { foreign, launch, visit } from './lib/browser.mjs'
import { addFiles, chooseDispute, openCell, openPage, readThem, ready } from './lib/page.mjs'
import { DIST } from './lib/paths.mjs'
import { serve } from './lib/server.mjs'

let browser, server, elsewhere
before(async () => {
  browser = await launch()
  server = await serve(DIST, { path: '/some/sub/path/' })
  // Another origin on this machine stands for the rest of the world: a request that gets through would be seen here.
  elsewhere = await serve(DIST)
})
after(async () => {
  await browser?.close()
  await server?.close()
  await elsewhere?.close()
})

test('a whole journey asks nobody but the page’s own host, and the browser complains of nothing', async () => {
  const { page, requests, complaints, close } = await visit(browser)
  await page.goto(server.url)
  await ready(page)
  await openCell(page, 'Russia')
  await page.getByRole('link', { name: 'In the article' }).first().click()
  await page.locator('.tagged').first().waitFor()
  await openPage(page, 'How this was made')
  await openPage(page, 'Articles')
  await openPage(page, 'Compare')
  await ready(page)
  await addFiles(page, [{ name: 'own.txt', text: 'Leaders met on Monday.\n\n"Russia opposes the American missile shield," President Vladimir Putin said on Monday.\n' }])
  await chooseDispute(page, 'same')
  await readThem(page)
  await page.waitForFunction(() => location.hash.includes('dossier.own-'))
  await ready(page)
  await page.waitForLoadState('networkidle')
  assert.ok(requests.length > 5)
  assert.deepEqual(foreign(requests, server.origin), [])
  assert.ok(server.requests.every((path) => path.startsWith('/some/sub/path/')), 'only below the sub-path')
  assert.deepEqual(complaints, [])
  await close()
})

/** What a context says to a request to the other origin, and whether it told of a violation. */
async function tryElsewhere(context) {
  return context.evaluate(async (url) => {
    const violations = []
    globalThis.addEventListener('securitypolicyviolation', (event) => violations.push(event.violatedDirective))
    let outcome
    try {
      await fetch(`${url}?fetched`, { mode: 'no-cors' })
      outcome = 'sent'
    } catch {
      outcome = 'refused'
    }
    try {
      await import(`${url}start.js?imported`)
      outcome += ', imported'
    } catch {
      outcome += ', not imported'
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
    return { outcome, violations: violations.length }
  }, elsewhere.url)
}

test('the page is refused a request to another host', async () => {
  const { page, close } = await visit(browser)
  await page.goto(server.url)
  await ready(page)
  const { outcome, violations } = await tryElsewhere(page)
  assert.equal(outcome, 'refused, not imported')
  assert.ok(violations >= 1)
  assert.deepEqual(elsewhere.requests, [])
  await close()
})

test('so is the worker, since it was started from a blob', async () => {
  const { page, close } = await visit(browser)
  await page.goto(server.url)
  await ready(page)
  const [worker] = page.workers()
  assert.ok(worker, 'the analysis runs in a worker')
  assert.match(worker.url(), /^blob:/)
  const { outcome, violations } = await tryElsewhere(worker)
  assert.equal(outcome, 'refused, not imported')
  assert.ok(violations >= 1)
  assert.deepEqual(elsewhere.requests, [])
  await close()
})

test('an image, a form and a frame of another host are refused as well', async () => {
  const { page, close } = await visit(browser)
  await page.goto(server.url)
  await ready(page)
  await page.evaluate(async (url) => {
    document.body.append(Object.assign(new Image(), { src: `${url}image.png` }))
    document.body.append(Object.assign(document.createElement('iframe'), { src: url }))
    const form = Object.assign(document.createElement('form'), { action: url, method: 'post' })
    document.body.append(form)
    form.submit()
    navigator.sendBeacon(url, 'words')
    await new Promise((resolve) => setTimeout(resolve, 200))
  }, elsewhere.url)
  assert.deepEqual(elsewhere.requests, [])
  await close()
})

test('a text with markup in it stays text', async () => {
  const { page, complaints, close } = await visit(browser)
  await page.goto(server.url)
  await ready(page)
  const trap = '<img src=x onerror="window.caught=1"><script>window.caught=2</script><b>bold</b>'
  await addFiles(page, [{ name: '<i>trap.txt', text: `President Vladimir Putin of Russia said on Monday that Russia opposes the American missile shield. ${trap}\n` }])
  await chooseDispute(page, 'same')
  await readThem(page)
  await page.waitForFunction(() => location.hash.includes('dossier.own-'))
  await openCell(page, 'Russia')
  await openPage(page, 'Articles')
  await page.getByRole('main').getByRole('link', { name: /President Vladimir Putin of Russia said/ }).first().click()
  await page.locator('.story .text').getByText('window.caught=1').waitFor()
  assert.equal(await page.evaluate(() => window.caught ?? null), null)
  assert.equal(await page.locator('main b:text-is("bold"), main img').count(), 0)
  assert.deepEqual(complaints, [])
  await close()
})
