// What a first visit downloads: every file the page asks for until it is quiet, five articles included, as gzip sends them.
// Prints Markdown beside the goal; exit code 1 above the limit, which is what was reached so far and only ever goes down.

import { gzipSync } from 'node:zlib'
import { launch, visit } from './lib/browser.mjs'
import { DIST } from './lib/paths.mjs'
import { ready } from './lib/page.mjs'
import { serve } from './lib/server.mjs'

const GOAL_BYTES = 250_000
const LIMIT_BYTES = 346_000

const [browser, server] = [await launch(), await serve(DIST, { gzip: false })]
const sizes = new Map()
const bodies = []
try {
  const { page, context } = await visit(browser)
  context.on('response', (response) => {
    // The worker's few lines come from the page itself.
    if (response.url().startsWith('blob:')) return
    // A preload and its use are one download.
    bodies.push(response.body().then((body) => sizes.set(response.url(), [body.length, gzipSync(body).length]), () => {}))
  })
  await page.goto(server.url)
  await ready(page)
  await page.waitForLoadState('networkidle')
  await Promise.all(bodies)
} finally {
  await browser.close()
  await server.close()
}

// What was asked for but never arrived in the browser's hands would be missing above: take the server's word for the list.
const asked = new Set(server.requests.map((path) => server.origin + path))
for (const url of asked) if (!sizes.has(url)) throw new Error(`no body seen of ${url}`)

const kB = (bytes) => (bytes / 1000).toFixed(1)
const rows = [...sizes].map(([url, [raw, packed]]) => ({ name: url.slice(server.url.length) || 'index.html', raw, packed }))
rows.sort((a, b) => b.packed - a.packed)
const total = rows.reduce((sum, row) => sum + row.packed, 0)

console.log('| file | kB | kB, gzip |\n| --- | ---: | ---: |')
for (const { name, raw, packed } of rows) console.log(`| ${name.replace(/-[0-9a-f]{16}/, '')} | ${kB(raw)} | ${kB(packed)} |`)
console.log(`| **${rows.length} files, first visit** | ${kB(rows.reduce((sum, row) => sum + row.raw, 0))} | **${kB(total)}** |`)
const verdict = total <= GOAL_BYTES ? 'reached' : `missed by ${kB(total - GOAL_BYTES)} kB`
console.log(`\nGoal: ${kB(GOAL_BYTES)} kB, ${verdict}. Limit: ${kB(LIMIT_BYTES)} kB, ${total <= LIMIT_BYTES ? 'kept' : 'EXCEEDED'}.`)
process.exitCode = total <= LIMIT_BYTES ? 0 : 1
