// Packs a CommonJS package into one script for the browser, so that the bench can run it there without a bundler among our dependencies.

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/**
 * The script's text: it sets `window[name]` to an object with each package under its name.
 *
 * @param {string} name of the global
 * @param {string[]} packages
 */
export function pack(name, packages) {
  const modules = new Map()
  const resolve = (from, wanted) => createRequire(from).resolve(wanted)

  function add(file) {
    if (modules.has(file)) return
    modules.set(file, null)
    const text = readFileSync(file, 'utf8')
    if (file.endsWith('.json')) {
      modules.set(file, `module.exports = ${text}`)
      return
    }
    const links = {}
    for (const [, , wanted] of text.matchAll(/\brequire\(\s*(['"])([^'"]+)\1\s*\)/g)) {
      let target
      try {
        target = resolve(file, wanted)
      } catch {
        continue // named in a comment
      }
      if (!target.startsWith('/')) continue // a module of Node's own, never reached in a browser
      links[wanted] = target
      add(target)
    }
    modules.set(file, `const require = (wanted) => load(${JSON.stringify(links)}[wanted]);\n${text}`)
  }

  const entries = packages.map((wanted) => [wanted, resolve(import.meta.url, wanted)])
  for (const [, file] of entries) add(file)
  const table = [...modules].map(([file, text]) => `${JSON.stringify(file)}: (module, exports) => {\n${text}\n}`).join(',\n')
  return `(() => {
const table = {${table}}, done = {}
function load(file) {
  if (!done[file]) { done[file] = { exports: {} }; table[file](done[file], done[file].exports) }
  return done[file].exports
}
window[${JSON.stringify(name)}] = { ${entries.map(([wanted, file]) => `${JSON.stringify(wanted)}: load(${JSON.stringify(file)})`).join(', ')} }
})()\n`
}
