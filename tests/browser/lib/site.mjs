// The built page on a sub-path with a browser beside it, for all tests of a file. What a test changes about the answers is undone
// before the next.

import { after, before, beforeEach } from 'node:test'
import { launch, visit } from './browser.mjs'
import { DIST } from './paths.mjs'
import { serve } from './server.mjs'

/** Starts both before the first test and ends them after the last. Call it once, at the top of a file. */
export function site() {
  let browser, server
  before(async () => {
    browser = await launch()
    server = await serve(DIST, { path: '/sub/' })
  })
  beforeEach(() => {
    server.overrides.clear()
    server.requests.length = 0
  })
  after(async () => {
    await browser?.close()
    await server?.close()
  })
  return {
    /** A tab in a fresh profile, at no address yet. */
    visit: (options) => visit(browser, options),
    /** Opens a link of the page in a fresh profile; see `visit`. */
    async open(link = '', options = {}) {
      const tab = await visit(browser, options)
      await tab.page.goto(server.url + link)
      return tab
    },
    /** Answers for a file with this until the next test. */
    answerWith: (name, answer) => server.overrides.set(name, answer),
    /** Answers with this, but not before the returned function is called. */
    holdBack(name, answer) {
      let release
      server.overrides.set(name, { ...answer, after: new Promise((resolve) => (release = resolve)) })
      return release
    },
    /** Answers as a host would again. */
    restore: () => server.overrides.clear(),
    /** The address of the page. */
    address: () => server.url,
    /** The paths that were asked for in this test. */
    requests: () => server.requests,
    /** How often a file was asked for in this test. */
    asked: (name) => server.requests.filter((path) => path.endsWith(name)).length,
  }
}
