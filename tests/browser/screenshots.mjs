// Pictures of the page for the docs and for whoever changes its looks: docs/screens/PAGE-WIDTH[-dark].png
//
//   node tests/browser/screenshots.mjs [FOLDER]

import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { launch, visit } from './lib/browser.mjs'
import { cells, panel, ready } from './lib/page.mjs'
import { DIST, inRoot } from './lib/paths.mjs'
import { serve } from './lib/server.mjs'

const folder = resolve(process.argv[2] ?? inRoot('docs/screens'))
const WIDTHS = { 390: 844, 820: 1180, 1440: 900 }

mkdirSync(folder, { recursive: true })
const [browser, server] = [await launch(), await serve(DIST)]
try {
  for (const [width, height] of Object.entries(WIDTHS)) {
    for (const colorScheme of ['light', 'dark']) {
      const { page, close } = await visit(browser, { viewport: { width: Number(width), height }, colorScheme, reducedMotion: 'reduce' })
      const shot = async (name, fullPage = false) => {
        await page.waitForTimeout(200)
        await page.screenshot({ path: `${folder}/${name}-${width}${colorScheme === 'dark' ? '-dark' : ''}.png`, fullPage })
      }
      await page.goto(server.url)
      await ready(page)
      await shot('compare')
      // A cell with much behind it, so that the panel shows what it can.
      await (Number(width) < 768 ? page.locator('.list a').first() : cells(page, 'Russia').first()).click()
      await panel(page).getByRole('link', { name: 'Close' }).waitFor()
      await shot('cell')
      await panel(page).getByRole('link', { name: 'In the article' }).first().click()
      await page.locator('.tagged').first().waitFor()
      await shot('article')
      await page.goto(`${server.url}#v1~page.about`)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await shot('about')
      await page.goto(`${server.url}#v1~page.articles`)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await shot('articles')
      await close()
    }
  }
} finally {
  await browser.close()
  await server.close()
}
console.log(`screenshots: ${folder}`)
