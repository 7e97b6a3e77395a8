// What a first visit downloads: every file the page asks for until it is quiet, five articles included, as gzip sends them;
// first until the comparison by rules stands, then until the one with grammar does.
// What comes after that, for articles of the reader's own, is listed and counts in neither.
// Prints Markdown beside the goals; exit code 1 above a limit.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { launch, visit } from './lib/browser.mjs'
import { DIST } from './lib/paths.mjs'
import { addFiles, ready } from './lib/page.mjs'
import { serve } from './lib/server.mjs'

// The limit by rules is what was reached so far and only ever goes down.
const BY_RULES = { name: 'until the comparison by rules stands', goal: 250_000, limit: 250_000 }
const WITH_GRAMMAR = { name: 'until the comparison with grammar stands', goal: 500_000, limit: 850_000 }

// The lists in whole are asked for once the comparison with grammar is drawn: tests/browser/lists.test.mjs. The engine compiled
// for speed is asked for when the reader adds articles, and else never: tests/browser/engine.test.mjs.
const isAfter = (name) => /(^|\/)(lists-[^/]*\.txt|engine-[^/]*)$/.test(name)

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
  const asked = async (ending) => {
    while (!server.requests.some((path) => isAfter(path) && path.endsWith(ending))) await page.waitForTimeout(20)
    await page.waitForLoadState('networkidle')
  }
  await asked('.txt')
  await addFiles(page, [{ name: 'own.txt', text: 'Leaders met on Monday.\n' }])
  await asked('.js')
  await Promise.all(bodies)
} finally {
  await browser.close()
  await server.close()
}

// What was asked for but never arrived in the browser's hands would be missing above: take the server's word for the list.
const asked = new Set(server.requests.map((path) => server.origin + path))
for (const url of asked) {
  // Nor does the browser tell of what a worker alone imports.
  if (isAfter(url) && url.endsWith('.js')) {
    const script = readFileSync(join(DIST, url.slice(server.url.length)))
    sizes.set(url, [script.length, gzipSync(script).length])
  }
  if (!sizes.has(url)) throw new Error(`no body seen of ${url}`)
}

const kB = (bytes) => (bytes / 1000).toFixed(1)
const rows = [...sizes].map(([url, [raw, packed]]) => ({ name: url.slice(server.url.length) || 'index.html', raw, packed }))
rows.sort((a, b) => b.packed - a.packed)
// The page asks for the rest of the program, for its style and for the model once the first comparison is drawn: tests/browser/grammar.test.mjs
// and tests/browser/rest.test.mjs.
const isOwn = (name) => name.startsWith('engine-')
const isModel = ({ name }) => name.endsWith('.dmsm')
const isLater = (row) => isModel(row) || isAfter(row.name) || /^(rest|later)-/.test(row.name)
const sums = [
  [BY_RULES, rows.filter((row) => !isLater(row))],
  [WITH_GRAMMAR, rows.filter((row) => !isAfter(row.name))],
].map(([budget, rows]) => ({ ...budget, count: rows.length, raw: rows.reduce((sum, row) => sum + row.raw, 0), packed: rows.reduce((sum, row) => sum + row.packed, 0) }))

console.log('| file | kB | kB, gzip |\n| --- | ---: | ---: |')
for (const { name, raw, packed } of rows) console.log(`| ${name.replace(/-[0-9a-f]{16}/, '')}${isOwn(name) ? ', own articles only' : ''} | ${kB(raw)} | ${kB(packed)} |`)
for (const { name, count, raw, packed } of sums) console.log(`| **${count} files, first visit, ${name}** | ${kB(raw)} | **${kB(packed)}** |`)
console.log()
for (const { name, goal, limit, packed } of sums) {
  const verdict = packed <= goal ? 'reached' : `missed by ${kB(packed - goal)} kB`
  console.log(`Goal ${name}: ${kB(goal)} kB, ${verdict}. Limit: ${kB(limit)} kB, ${packed <= limit ? 'kept' : 'EXCEEDED'}.`)
}
if (rows.filter(isLater).length !== 6) throw new Error('the rest of the program, its style, the parser’s model, the lists or the fast engine were not asked for')
process.exitCode = sums.every(({ packed, limit }) => packed <= limit) ? 0 : 1
