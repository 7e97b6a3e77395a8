// A real Chromium, one clean profile a visit, and a record of everything the page asked for or complained about.

import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { inRoot } from './paths.mjs'

/** What keeps the browser from talking to anyone on its own. */
const QUIET = [
  '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
]

/** Starts the browser; `extra` are more command line switches. */
export function launch(extra = []) {
  const executablePath = execFileSync(inRoot('scripts/chromium'), { encoding: 'utf8' }).trim()
  // Chromium's sandbox can't be had as root or in most containers.
  return chromium.launch({ executablePath, chromiumSandbox: false, args: [...QUIET, ...extra] })
}

/**
 * Opens a tab in a fresh profile and records what it does.
 *
 * @returns {Promise<{page: import('playwright-core').Page, context: import('playwright-core').BrowserContext, requests: string[],
 *   bodies: string[], complaints: string[], close: () => Promise<void>}>} `bodies`: the requests that sent something; `complaints`: console errors and warnings, uncaught errors, violations of the policy
 */
export async function visit(browser, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, permissions: ['clipboard-read', 'clipboard-write'], ...options })
  const requests = []
  const bodies = []
  const complaints = []
  context.on('request', (request) => {
    requests.push(request.url())
    if (request.method() !== 'GET' || request.postData()) bodies.push(`${request.method()} ${request.url()}`)
  })
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(`${message.type()}: ${message.text()}`)
  })
  context.on('weberror', (error) => complaints.push(`uncaught: ${error.error()}`))
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`policy violation: ${event.violatedDirective} ${event.blockedURI}`)
    })
  })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  return { page, context, requests, bodies, complaints, close: () => context.close() }
}

/** `data:` and `blob:` go nowhere. */
const staysInside = (url) => /^(data|blob|about):/.test(url)

/** Requests that left the page's own origin. */
export function foreign(requests, origin) {
  return requests.filter((url) => !url.startsWith(`${origin}/`) && !staysInside(url))
}

/** Requests that could carry something of the reader's: with a body, with a query, or for anything but a file that lies in `folder` at `site`. */
export function telling(requests, bodies, site, folder) {
  const isFile = (url) => url === site || (url.startsWith(site) && existsSync(join(folder, url.slice(site.length))))
  return [...bodies, ...requests.filter((url) => !staysInside(url) && !isFile(url))]
}
