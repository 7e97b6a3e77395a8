// The program with a byte for each region of its functions that is set when the region runs, for tests/browser/watch.mjs.
//
//   node scripts/mark.mjs PROGRAM.wasm MARKED.wasm LISTS.txt REGIONS.json
//
// The bytes stand behind the memory that the program knows of. REGIONS says where, and how each function is known
// (lib/ran.mjs), in the order of the bytes. LISTS gets the program's lists, as scripts/split.mjs takes them out.

import { readFileSync, writeFileSync } from 'node:fs'
import { placeOf, regionsOf } from './lib/cold.mjs'
import { read } from './lib/module.mjs'
import { signOf } from './lib/ran.mjs'
import { treeOf } from './lib/tree.mjs'
import { HEADER, flat, limits, number, section, signed, sized, vector } from './lib/wasm.mjs'

/** Bytes of a page of memory. */
const PAGE = 65_536
const [source, marked, lists, regions] = process.argv.slice(2)
const module = read(readFileSync(source))
const base = module.memory.min * PAGE

let count = 0
/** Sets the next byte. */
const mark = () => [0x41, ...signed(base + count++), 0x41, 1, 0x3a, 0, 0]
const codes = module.codes.map((code) => {
  let kept = 0
  const parts = regionsOf(treeOf(code).body).map(placeOf).flatMap((place) => {
    const part = [code.subarray(kept, place), mark()]
    kept = place
    return part
  })
  return flat([...parts, code.subarray(kept)])
})

const functions = module.codes.map((code, at) => signOf(module.names.get(module.imports.length + at) ?? '', code))
const min = module.memory.min + Math.ceil(count / PAGE)
const changed = new Map([[5, vector([limits({ ...module.memory, min })])], [10, vector(codes.map(sized))]])
writeFileSync(marked, flat([HEADER, ...[...module.raw].map(([id, content]) => section(id, changed.get(id) ?? content)), module.features]))
writeFileSync(lists, module.lists)
writeFileSync(regions, JSON.stringify({ base, count, functions }))
