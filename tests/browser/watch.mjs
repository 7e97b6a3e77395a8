// Watches first visits of the marked program (scripts/mark.mjs) and writes down what of it they do not run: scripts/ran.txt.
//
//   node tests/browser/watch.mjs FOLDER FILE      scripts/watch builds the program first
//
// A visit ends when the comparison by rules stands: what comes after it is never answered. What only some visits run counts as
// run: other widths, other colours, answers in another order, links with filters, whose readers should not wait longer; and what
// a page without the rest has to say of that.

import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { linesOf } from '../../scripts/lib/ran.mjs'
import { launch, visit } from './lib/browser.mjs'
import { drawn } from './lib/page.mjs'
import { serve } from './lib/server.mjs'

const [folder, file] = process.argv.slice(2)
const { base, count, functions } = JSON.parse(readFileSync(join(folder, 'regions.json'), 'utf8'))
const isModel = (name) => name.endsWith('.dmsm')
const later = readdirSync(folder).filter((name) => isModel(name) || name.startsWith('lists-'))
const [PHONE, TABLET] = [{ width: 390, height: 844 }, { width: 820, height: 1180 }]

/** How long a slow answer takes, and how long what a comparison starts when it is drawn, in milliseconds. */
const SLOW = 1500, AFTER = 500
const VISITS = [
  {},
  { options: { colorScheme: 'dark', reducedMotion: 'reduce' } },
  { options: { viewport: PHONE, hasTouch: true, isMobile: true } },
  { options: { viewport: TABLET } },
  { slow: /\.md$/ },
  { slow: /dossier\.json$/ },
  { slow: /start-.*\.js$|app-.*\.js$/ },
  { link: '#v1' },
  { fails: true },
  { link: '#v1~holder.ru_us' },
  { link: '#v1~issue.gabala-instead~stance.supports_opposes', options: { viewport: PHONE } },
  { link: '#v1~mode.direct_reported~official.yes~told.no' },
  { link: '#v1~outlet.demarche' },
  { link: '#v1~from.2007-01-01~to.2008-12-31' },
  { link: '#v1~text.radar' },
]

const ran = new Uint8Array(count)
const take = async (place) => {
  const found = await place.evaluate(([base, count]) => {
    const bytes = new Uint8Array(globalThis.watched(), base, count)
    return [...bytes.keys()].filter((at) => bytes[at] !== 0)
  }, [base, count])
  for (const at of found) ran[at] = 1
  return found.length
}

/** Runs in the page before anything else: the worker stops at the model, as it does where the rest of the program is not to be had. */
function stopAtModel() {
  const post = Worker.prototype.postMessage
  Worker.prototype.postMessage = function (message, ...more) {
    if (message?.[1]?.length > 100_000) setTimeout(() => this.dispatchEvent(new ErrorEvent('error', { cancelable: true })))
    else post.call(this, message, ...more)
  }
}

const browser = await launch()
for (const { link = '', options = {}, slow, fails } of VISITS) {
  const server = await serve(folder)
  for (const name of later) if (!fails || !isModel(name)) server.overrides.set(name, { body: '', after: new Promise(() => {}) })
  const { page, close } = await visit(browser, options)
  if (fails) await page.addInitScript(stopAtModel)
  if (slow) await page.route(slow, (route) => setTimeout(() => route.continue(), SLOW))
  await page.goto(server.url + link)
  await drawn(page)
  if (fails) await page.locator('.method', { hasText: 'Read by rules alone' }).waitFor()
  await page.waitForTimeout(AFTER)
  const here = await take(page)
  const there = await Promise.all(page.workers().map(take))
  console.log(`${here} regions in the page, ${there.join(' and ')} in the worker: ${JSON.stringify({ link, ...options, slow: slow?.source, fails })}`)
  await close()
  // Without waiting: some of its answers never come.
  server.close()
}
await browser.close()

let first = 0
const lines = linesOf(functions.map(({ name, shape, regions }) => {
  const cold = Array.from(ran.subarray(first, first + regions), (flag) => flag === 0)
  first += regions
  return { name, shape, cold }
}))
writeFileSync(file, `# What first visits did not run, by scripts/watch; scripts/lib/ran.mjs says what a line means.\n${lines.join('\n')}\n`)
console.log(`${ran.reduce((sum, flag) => sum + flag, 0)} of ${count} regions have run; ${lines.length} lines`)
process.exit(0)
