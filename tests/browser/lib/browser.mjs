// A real Chromium, one clean profile a visit, and a record of everything the page asked for or complained about.

import { execFileSync } from 'node:child_process'
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
 *   complaints: string[], close: () => Promise<void>}>} `complaints`: console errors and warnings, uncaught errors, violations of the policy
 */
export async function visit(browser, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, permissions: ['clipboard-read', 'clipboard-write'], ...options })
  const requests = []
  const complaints = []
  context.on('request', (request) => requests.push(request.url()))
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
  return { page, context, requests, complaints, close: () => context.close() }
}

/** Requests that left the page's own origin. `data:` and `blob:` go nowhere. */
export function foreign(requests, origin) {
  return requests.filter((url) => !url.startsWith(`${origin}/`) && !/^(data|blob|about):/.test(url))
}
