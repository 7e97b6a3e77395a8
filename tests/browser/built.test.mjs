// What the built page promises, read from its files: nothing inline, everything hashed, nobody else's host, no newer wasm than asked for.

import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import test from 'node:test'
import { launch, visit } from './lib/browser.mjs'
import { DIST, inRoot } from './lib/paths.mjs'
import { serve } from './lib/server.mjs'

const files = readdirSync(DIST, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
const names = files.map((entry) => join(entry.parentPath ?? entry.path, entry.name))
const html = readFileSync(join(DIST, 'index.html'), 'utf8')
/** The program: what a first visit runs, the rest, and the engine that reads the reader's own articles. */
const PARTS = ['app', 'rest', 'engine'].map((part) => {
  const found = names.filter((name) => basename(name).startsWith(part) && name.endsWith('.wasm'))
  assert.equal(found.length, 1, `one ${part} wasm file in ${DIST}, found ${found.length}`)
  return found[0]
})

/** Tags of the built page with their attributes, as a browser reads them; no script of the page runs. */
async function tags() {
  const [browser, server] = [await launch(), await serve(DIST)]
  try {
    const { page } = await visit(browser, { javaScriptEnabled: false })
    await page.goto(server.url)
    return await page.$$eval('*', (elements) =>
      elements.map((element) => ({
        name: element.localName,
        text: element.textContent,
        attributes: Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
      })),
    )
  } finally {
    await browser.close()
    await server.close()
  }
}

const page = await tags()
const links = page.filter(({ name, attributes }) => name === 'link' && /stylesheet|later|preload/.test(attributes.rel))
const scripts = page.filter(({ name }) => name === 'script')

test('the policy lets the page load from its own host only, and comes before anything is loaded', () => {
  const metas = page.filter(({ attributes }) => attributes['http-equiv'] === 'Content-Security-Policy')
  assert.equal(metas.length, 1)
  const rules = new Map(
    metas[0].attributes.content.split(';').map((rule) => {
      const [name, ...values] = rule.trim().split(/\s+/)
      return [name, values]
    }),
  )
  assert.deepEqual(rules.get('default-src'), ["'none'"])
  assert.deepEqual(rules.get('script-src'), ["'self'", "'wasm-unsafe-eval'"])
  assert.deepEqual(rules.get('style-src'), ["'self'"])
  assert.deepEqual(rules.get('connect-src'), ["'self'"])
  assert.deepEqual(rules.get('form-action'), ["'none'"])
  const allowed = new Set(["'none'", "'self'", "'wasm-unsafe-eval'", 'data:', 'blob:'])
  for (const [name, values] of rules) for (const value of values) assert.ok(allowed.has(value), `${name} ${value}`)
  const first = page.findIndex(({ name, attributes }) => name === 'script' || attributes.src || (name === 'link' && attributes.href))
  assert.ok(page.indexOf(metas[0]) < first)
})

test('no script, style or handler is written into the page', () => {
  assert.ok(scripts.length > 0)
  for (const { attributes, text } of scripts) assert.ok(attributes.src && !text.trim(), JSON.stringify(attributes))
  for (const { name, attributes } of page) {
    assert.notEqual(name, 'style')
    for (const attribute of Object.keys(attributes)) assert.doesNotMatch(attribute, /^(on|style$)/, name)
    assert.doesNotMatch(attributes.href ?? '', /^javascript:/)
  }
})

test('scripts, styles and preloaded modules carry the hash of the very file', () => {
  for (const { attributes } of [...scripts, ...links]) {
    // A fetch checks the hash itself: the next test.
    if (attributes.as === 'fetch') continue
    const file = join(DIST, attributes.src ?? attributes.href)
    const hash = createHash('sha384').update(readFileSync(file)).digest('base64')
    assert.equal(attributes.integrity, `sha384-${hash}`, file)
  }
})

test('the starter fetches all parts of the program with the hash of the very file', () => {
  const starter = readFileSync(names.find((name) => /start-[0-9a-f]+\.js$/.test(name)), 'utf8')
  for (const part of PARTS) {
    const hash = createHash('sha384').update(readFileSync(part)).digest('base64')
    assert.ok(starter.includes(`'sha384-${hash}'`), part)
    // The engine's script has the same name.
    assert.ok(starter.includes(`./${basename(part).replace(/^(engine-.*)\.wasm$/, '$1')}`), part)
  }
  for (const part of PARTS.slice(1)) assert.match(basename(part), /^(rest|engine)-[0-9a-f]{16}\.wasm$/)
  assert.ok(existsSync(PARTS[2].replace(/wasm$/, 'js')))
})

test('files that may be kept for ever have a hash in their name', () => {
  for (const { attributes } of [...scripts, ...links]) {
    const address = attributes.src ?? attributes.href
    // A dossier may change under its name: that needs no new build.
    if (!address.startsWith('./dossiers/')) assert.match(address, /-[0-9a-f]{16}(_bg)?\.(js|css|wasm)$/)
  }
})

test('the parser’s model is named for the program and for nobody else', () => {
  const models = page.filter(({ attributes }) => attributes.rel === 'model')
  assert.equal(models.length, 1)
  const { href } = models[0].attributes
  const hash = createHash('sha384').update(readFileSync(join(DIST, href))).digest('hex')
  assert.equal(href, `./english-${hash.slice(0, 16)}.dmsm`)
  assert.deepEqual(readFileSync(join(DIST, href)), readFileSync(inRoot('model/english.dmsm')))
})

test('every file that the page names is there', () => {
  for (const { name, attributes } of page) {
    const address = name === 'a' ? null : (attributes.src ?? attributes.href)
    if (address && !/^(#|data:)/.test(address)) assert.ok(existsSync(join(DIST, address)), address)
  }
})

test('every address in the page is relative, so that any sub-path serves it', () => {
  for (const { name, attributes } of page) {
    if (name === 'a') continue
    for (const value of [attributes.src, attributes.href]) if (value) assert.doesNotMatch(value, /^(\/|[a-z]+:)/, name)
  }
  assert.ok(!page.some(({ name }) => name === 'base'))
})

test('the program needs nothing newer than its compiler asked for', async () => {
  const sections = await Promise.all(
    PARTS.map(async (part) => WebAssembly.Module.customSections(await WebAssembly.compile(readFileSync(part)), 'target_features')),
  )
  const [[section]] = sections
  assert.ok(section, 'the wasm file names its features')
  for (const other of sections) assert.deepEqual(other, [section])
  const allowed = new Set([
    'bulk-memory', 'bulk-memory-opt', 'call-indirect-overlong', 'multivalue', 'mutable-globals', 'nontrapping-fptoint', 'reference-types', 'sign-ext', 'simd128',
  ])
  const view = new Uint8Array(section)
  // count, then for each: a sign, a length, the name; lengths are below 128
  for (let at = 1; at < view.length; ) {
    const length = view[at + 1]
    const feature = new TextDecoder().decode(view.subarray(at + 2, at + 2 + length))
    if (view[at] === 0x2b) assert.ok(allowed.has(feature), feature)
    at += 2 + length
  }
})

test('the program brings no names, debug sections or paths of the machine that built it', async () => {
  for (const part of PARTS) {
    const module = await WebAssembly.compile(readFileSync(part))
    assert.deepEqual(WebAssembly.Module.customSections(module, 'name'), [])
    const text = readFileSync(part).toString('latin1')
    for (const trace of ['.debug_info', '/root/', '/home/', '.cargo/registry']) assert.ok(!text.includes(trace), trace)
  }
})

test('no file of the page but its dossiers names another host', () => {
  const known = /^https?:\/\/(www\.w3\.org\/|127\.0\.0\.1|localhost)/
  for (const name of names.filter((file) => /\.(html|js|css|wasm|json|webmanifest)$/.test(file) && !file.includes('/dossiers/'))) {
    const found = [...readFileSync(name, 'latin1').matchAll(/https?:\/\/[a-z0-9.-]+\/?/gi)].map(([url]) => url)
    const loads = found.filter((url) => !known.test(url))
    // Links that a reader may follow are fine; what matters is in the page's policy. Here only what a build tool may have left.
    for (const url of loads) assert.doesNotMatch(url, /unpkg|jsdelivr|cdn|googleapis|gstatic|cloudflare|registry/, `${name}: ${url}`)
  }
  assert.doesNotMatch(html, /dns-prefetch|preconnect/)
})
