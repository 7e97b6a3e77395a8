// A static server as plain as any host's: files of one folder under a sub-path, gzip where asked, 404 for the rest.
// Tests change single answers through `overrides`, so that the built page itself is never touched.

import { createServer } from 'node:http'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize } from 'node:path'
import { gzipSync } from 'node:zlib'

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
}

/**
 * Serves `root` at `path` on a free local port.
 *
 * @param {string} root the folder
 * @param {{path?: string, gzip?: boolean}} options `path` opens and ends with a slash
 * @returns {Promise<{origin: string, url: string, overrides: Map<string, {status?: number, type?: string, body?: string|Buffer, after?: Promise<void>, broken?: boolean}>,
 *   requests: string[], close: () => Promise<void>}>} `overrides` by path below `path`, held back until `after`, cut off if `broken`; `requests` all that was asked for
 */
export async function serve(root, { path = '/', gzip = true } = {}) {
  const overrides = new Map()
  const requests = []
  const packed = new Map()

  async function answer(name) {
    const override = overrides.get(name)
    const type = TYPES[extname(name)] ?? 'application/octet-stream'
    if (override) return { status: 200, type, body: '', ...override }
    const file = normalize(join(root, name))
    if (!file.startsWith(normalize(root))) return { status: 404, type: 'text/plain', body: 'not found' }
    try {
      return { status: 200, type, body: await readFile(file) }
    } catch {
      return { status: 404, type: 'text/plain', body: 'not found' }
    }
  }

  const server = createServer(async (request, response) => {
    const asked = decodeURIComponent(new URL(request.url, 'http://localhost').pathname)
    requests.push(asked)
    const name = asked.startsWith(path) ? asked.slice(path.length) || 'index.html' : null
    const { status, type, body, after, broken } = name === null ? { status: 404, type: 'text/plain', body: 'not found' } : await answer(name)
    await after
    if (broken) return request.socket.destroy()
    const headers = { 'content-type': type, 'cache-control': 'max-age=600' }
    let bytes = Buffer.from(body)
    if (gzip && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) {
      // Packed once, as a host does it, so that the bench does not measure this server's zlib.
      const key = status === 200 && !overrides.has(name) ? name : null
      const small = packed.get(key) ?? gzipSync(bytes)
      if (key !== null) packed.set(key, small)
      bytes = small
      headers['content-encoding'] = 'gzip'
    }
    response.writeHead(status, { ...headers, 'content-length': bytes.length })
    response.end(bytes)
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${server.address().port}`
  return {
    origin,
    url: origin + path,
    overrides,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve)
        server.closeAllConnections()
      }),
  }
}
