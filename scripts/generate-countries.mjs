// Writes lexicon/countries.txt: every country of the npm package world-countries, completed by lexicon/countries-extra.txt.
//
//   npm install --no-save world-countries@5.1.0
//   node scripts/generate-countries.mjs > lexicon/countries.txt
//
// The package is read from node_modules wherever Node resolves it: from this script upwards, from the working directory, or from NODE_PATH.
// From the package come code, English name, official English name, English demonym and capital; nothing in another language.
// Demonyms and capitals of territories that are not independent are left out ("Hamilton", "Stanley", "Indian").
// From the hand file come all else and the corrections: a name that opens with "=" is the name to show, an entry that opens
// with "-" is taken out of that field, a code of four letters (ISO 3166-3) is a former state.
// Added by rule: spellings without accents, "St." and "St" for "Saint", plurals of demonyms that take a plain "s".
// Output depends on the two inputs alone, and is sorted by code.

import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

function packageData() {
  for (const from of [import.meta.url, join(process.cwd(), 'package.json')]) {
    try {
      const resolve = createRequire(from)
      return [resolve('world-countries'), resolve('world-countries/package.json').version]
    } catch (error) {
      if (error.code !== 'MODULE_NOT_FOUND' && error.code !== 'ERR_PACKAGE_PATH_NOT_EXPORTED') throw error
    }
  }
  process.stderr.write('generate-countries: install the npm package world-countries 5.1.0 first\n')
  process.exit(2)
}

function list(field) {
  return field.split('; ').map((entry) => entry.trim()).filter(Boolean)
}

function readExtra() {
  const rows = new Map()
  const text = readFileSync(new URL('../lexicon/countries-extra.txt', import.meta.url), 'utf8')
  text.split('\n').forEach((line, index) => {
    if (!line || line.startsWith('#')) return
    const fields = line.split('|').map((field) => field.trim())
    if (fields.length !== 4 || rows.has(fields[0])) {
      process.stderr.write(`lexicon/countries-extra.txt:${index + 1}: expected one row of 4 fields for ${fields[0]}\n`)
      process.exit(2)
    }
    rows.set(fields[0], { names: list(fields[1]), demonyms: list(fields[2]), capitals: list(fields[3]) })
  })
  return rows
}

const plain = (name) => name.normalize('NFD').replace(/[\u0300-\u036f]/g, '')

// Each entry, then its plain spellings, without what the hand file takes out and without repeats.
function complete(entries, hand) {
  const removed = new Set(hand.filter((entry) => entry.startsWith('-')).map((entry) => entry.slice(1)))
  const spellings = []
  for (const entry of [...entries, ...hand.filter((e) => !e.startsWith('-'))]) {
    spellings.push(entry, plain(entry))
    if (entry.startsWith('Saint ')) spellings.push('St. ' + plain(entry).slice(6), 'St ' + plain(entry).slice(6))
  }
  return [...new Set(spellings)].filter((entry) => !removed.has(entry))
}

function withPlurals(demonyms) {
  const takesS = (word) => /[abeiknort]$/.test(word) && !/(ese|be|bé|men|que|I-Kiribati)$/.test(word)
  return demonyms.flatMap((word) => (takesS(word) ? [word, word + 's'] : [word]))
}

const none = { names: [], demonyms: [], capitals: [] }
const [countries, version] = packageData()
const extra = readExtra()
const rows = []

for (const country of countries) {
  const hand = extra.get(country.cca2) ?? none
  extra.delete(country.cca2)
  const independent = country.independent || country.cca2 === 'XK'
  const display = hand.names.find((name) => name.startsWith('='))?.slice(1) ?? country.name.common
  const given = hand.names.filter((name) => !name.startsWith('='))
  const names = complete([display, country.name.common, ...(independent ? [country.name.official] : [])], given)
  const english = [country.demonyms?.eng?.m, country.demonyms?.eng?.f].filter(Boolean).flatMap((word) => word.split(/, | or /))
  const demonyms = complete(withPlurals([...new Set(independent ? english : [])]), hand.demonyms)
  const capitals = complete(independent ? country.capital : [], hand.capitals).filter((name) => !names.includes(name))
  rows.push([country.cca2, display, names.filter((name) => name !== display).join('; '), demonyms.join('; '), capitals.join('; '), ''])
}
for (const [code, hand] of extra) {
  const display = hand.names.find((name) => name.startsWith('='))?.slice(1)
  if (code.length !== 4 || !display) {
    process.stderr.write(`lexicon/countries-extra.txt: ${code} is neither in the package nor a former state with a name to show\n`)
    process.exit(2)
  }
  const names = complete([], hand.names.filter((name) => !name.startsWith('=')))
  rows.push([code, display, names.join('; '), complete([], hand.demonyms).join('; '), complete([], hand.capitals).join('; '), 'former'])
}

rows.sort((a, b) => (a[0] < b[0] ? -1 : 1))
const header = [
  '# what: countries and territories with the names, adjectives and capitals that news uses for them; generated, edit countries-extra.txt instead',
  `# source: npm package world-countries ${version} and lexicon/countries-extra.txt, by scripts/generate-countries.mjs`,
  '# licence: Open Database Licence (ODbL) 1.0, as the package; contains information from world-countries, which is made available under the ODbL',
  '# date: 2026-11-22',
  '# fields: code | name | other names | demonyms and adjectives | capitals | former',
  '# layout: one row a line, fields split at "|" and trimmed, lists split at ";"',
  '# codes: ISO 3166-1 alpha-2; XK for Kosovo; ISO 3166-3 for the former states, marked in the last field',
  '# sorted: by code',
]
process.stdout.write([...header, ...rows.map((row) => row.join(' | ').replaceAll('|  |', '| |').trimEnd())].join('\n') + '\n')
