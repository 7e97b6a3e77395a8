// Splits the program in two: what a first visit runs, and the rest, which the page fetches once the comparison stands.
//
//   node scripts/split.mjs PROGRAM.wasm RAN FIRST.wasm REST.wasm LISTS.txt SHORT.txt [DATA ...]
//
// RAN says which functions a first visit runs, and what of them (lib/ran.mjs; PROGRAM must hold names). What it does not run
// comes later, and what only that calls goes with it. In the place of each such function that is called from elsewhere stands
// its number, for a few instructions that ask for the rest where it is not there (import `needRest`) and then call through
// the table. The rest fills that table, and shares memory, tables and globals with the first part. DATA are files that the
// program holds whole and only the rest reads; texts that only the rest names go with them, and the lines of source that
// stop the program. LISTS gets what the program carries in a section of that name (src/lexicon/part.rs). SHORT gets the names
// of imports and exports with the short ones that the first part has for them, for the script beside it. Both results hold no names.

import { readFileSync, writeFileSync } from 'node:fs'
import { alike } from './lib/alike.mjs'
import { cutCold, typeIn } from './lib/cold.mjs'
import { cut, linesOfSource, memoryOf, placeOf, textsOf, unspoken } from './lib/data.mjs'
import { read } from './lib/module.mjs'
import { ranBy } from './lib/ran.mjs'
import { HEADER, calls, constants, flat, limits, name, number, rewrite, section, signed, sized, vector } from './lib/wasm.mjs'

const FUNC = 0, TABLE = 1, MEMORY = 2, GLOBAL = 3
const I32 = 0x7f, MUTABLE = 1
/** What a table holds and is shorter comes first: what would stand in its place is no shorter. */
const SHORTEST = 14
const END = 0x0b, CALL = 0x10, GET = 0x20, CONST = 0x41

/** The functions that stand in a table. */
const heldBy = (module) => new Set(module.elements.flatMap(({ funcs }) => funcs))

/** Which functions come later: those of which nothing has run, but for exports, and what is reached through them alone. */
function later(module, cold) {
  const imported = module.imports.length
  const exported = module.exports.filter(({ kind }) => kind === FUNC).map(({ index }) => index)
  const held = heldBy(module)
  const isShort = (index) => held.has(index) && module.codes[index - imported].length < SHORTEST
  const listed = new Set(cold.filter((index) => !exported.includes(index) && !isShort(index)))
  const callees = module.codes.map(calls)
  const reached = new Set()
  const open = [...exported, ...held]
  while (open.length > 0) {
    const index = open.pop()
    if (reached.has(index) || listed.has(index)) continue
    reached.add(index)
    if (index >= imported) open.push(...callees[index - imported])
  }
  const all = module.codes.map((_, at) => at + imported).filter((index) => !reached.has(index))
  // What the first part calls or holds in a table has to stand in it under its number.
  const wanted = new Set([...reached].filter((index) => index >= imported).flatMap((index) => callees[index - imported]))
  return { rest: all, stubs: all.filter((index) => wanted.has(index) || held.has(index)) }
}

/** Both parts. */
function split(module, { rest: unordered, stubs }, files) {
  const imported = module.imports.length
  const isRest = new Set(unordered)
  const type = (index) => module.funcs[index - imported]
  const code = (index) => module.codes[index - imported]
  const inOrder = (list) => alike(list.map(code)).map((at) => list[at])
  const rest = inOrder(unordered)
  const call = module.elements[0].table
  const slot = module.tables[call].min
  const types = [...module.types]
  const none = typeIn(types, { takes: [], gives: [] })
  const memory = memoryOf(module.data)

  // The first part: one more import, one more global (whether the rest is there), more places in the table.
  const whole = module.codes.map((_, at) => at + imported).filter((index) => !isRest.has(index))
  const texts = rest.flatMap((index) => textsOf(memory, constants(code(index)).pairs))
  const places = [...files.map((file) => placeOf(memory, file)), ...linesOfSource(memory), ...texts]
  const data = cut(module.data, memory, unspoken(memory, places, whole.flatMap((index) => constants(code(index)).all)))
  const held = heldBy(module)
  const kept = [...inOrder(whole), ...stubs.filter((index) => held.has(index))]
  const inFirst = new Map(kept.map((index, at) => [index, at + imported + 1]))
  const flag = module.globals.length
  const ways = waysIn(types, new Map(stubs.map((index, at) => [index, { place: slot + at, type: type(index) }])), { from: kept.length + imported + 1, needRest: imported, flag, call })
  const first = {
    func: (index) => (index < imported ? index : inFirst.get(index)),
    call: (index) => (isRest.has(index) ? ways.call(index) : [CALL, ...number(first.func(index))]),
    global: (index) => index,
    table: (index) => index,
  }
  const standIn = (index) => [0, ...pass(types[type(index)].takes), ...ways.call(index), END]
  const bodies = [...kept.map((index) => (isRest.has(index) ? standIn(index) : rewrite(code(index), first))), ...ways.codes]
  const bodyTypes = [...kept.map(type), ...ways.types]

  // The rest: what it calls of the first part stands at the end of the table as well, and comes in in that order, all under one name.
  const callees = [...new Set(rest.flatMap((index) => calls(code(index))))].filter((index) => !isRest.has(index)).sort((a, b) => first.func(a) - first.func(b))
  const reach = slot + stubs.length
  const more = stubs.length + callees.length
  const tables = module.tables.map((table, at) => (at === call ? { ...table, min: table.min + more, max: table.max && table.max + more } : table))
  const inRest = new Map([...callees, ...rest].map((index, at) => [index, at]))
  const second = { func: (index) => inRest.get(index), global: (index) => index, table: (index) => index }
  const short = (kind, at) => (kind === FUNC ? 'f' : kind === TABLE && at === call ? 'calls' : 'ftmg'[kind] + at)
  const start = callees.length + rest.length
  const shared = [
    ...callees.map((index, at) => ({ kind: FUNC, at, index: first.func(index), type: number(index < imported ? module.imports[index].type : type(index)) })),
    ...tables.map((table, at) => ({ kind: TABLE, at, index: at, type: [table.type, ...limits(table)] })),
    { kind: MEMORY, at: 0, index: 0, type: limits(module.memory) },
    ...[...module.globals.map(({ type }) => type), [I32, MUTABLE]].map((type, at) => ({ kind: GLOBAL, at, index: at, type })),
  ]
  const exports = [...module.exports.map(({ name, kind, index }, at) => ({ name: shortExport(name, at), kind, index: kind === FUNC ? first.func(index) : index })),
    ...shared.filter(({ kind }) => kind !== FUNC).map(({ kind, at, index }) => ({ name: short(kind, at), kind, index }))]
  const raw = (id) => (module.raw.has(id) ? section(id, module.raw.get(id)) : [])
  const funcs = (list, map) => vector(list.map((index) => number(map.func(index))))
  return {
    first: flat([
      HEADER,
      typeSection(types),
      section(2, vector([...module.imports.map(({ type }, at) => [shortImport(at), type]), ['needRest', none]]
        .map(([short, type]) => flat([name(module.imports[0].module), name(short), [FUNC], number(type)])))),
      section(3, vector(bodyTypes.map((type) => number(type)))),
      section(4, vector(tables.map((table) => [table.type, ...limits(table)]))),
      raw(5),
      section(6, vector([...module.globals.map(({ type, value }) => flat([type, value])), [I32, MUTABLE, 0x41, 0, 0x0b]])),
      section(7, vector(exports.map((one) => flat([name(one.name), [one.kind], number(one.index)])))),
      section(9, vector([...module.elements.map((one) => segment(one.table, one.offset, funcs(one.funcs, first))),
        segment(call, [0x41, ...signed(reach), 0x0b], funcs(callees, first))])),
      section(10, vector(bodies.map(sized))),
      section(11, placed(data.kept)),
      module.features,
    ]),
    rest: flat([
      HEADER,
      typeSection(types),
      section(2, vector(shared.map(({ kind, at, type }) => flat([name('first'), name(short(kind, at)), [kind], type])))),
      section(3, vector([...rest.map((index) => number(type(index))), number(none)])),
      section(8, number(start)),
      section(9, vector([segment(call, [0x41, ...signed(slot), 0x0b], funcs(stubs, second))])),
      section(10, vector([...rest.map((index) => sized(rewrite(code(index), second))), sized([0, 0x41, 1, 0x24, ...number(flag), 0x0b])])),
      section(11, placed(data.taken)),
      module.features,
    ]),
  }
}

const typeSection = (types) => section(1, vector(types.map(({ takes, gives }) => flat([[0x60], sized(takes), sized(gives)]))))
/** All parameters. */
const pass = (takes) => takes.flatMap((_, at) => [GET, ...number(at)])

/**
 * Functions of the first part, numbered from `from` on, that call one of the rest by its place in the table, given after its
 * parameters: one for each type. Where the rest is not there they ask for it. `call` gives the instructions that use them.
 */
function waysIn(types, later, { from, needRest, flag, call }) {
  const known = [...new Set([...later.values()].map(({ type }) => type))].sort((a, b) => a - b)
  const takes = (type) => [...types[type].takes, I32]
  const code = (type) => [0, 0x23, ...number(flag), 0x45, 0x04, 0x40, CALL, ...number(needRest), END, ...pass(takes(type)), 0x11, ...number(type), ...number(call), END]
  return {
    codes: known.map(code),
    types: known.map((type) => typeIn(types, { ...types[type], takes: takes(type) })),
    call: (index) => [CONST, ...signed(later.get(index).place), CALL, ...number(from + known.indexOf(later.get(index).type))],
  }
}

/** The names of imports and exports in the first part; of exports only what wasm-bindgen names for closures is long. */
const shortImport = (at) => `i${at.toString(36)}`
const shortExport = (name, at) => (/^wasm_bindgen__.*__h[0-9a-f]{16}$/.test(name) ? `x${at.toString(36)}` : name)
const placed = (segments) => vector(segments.map(({ at, bytes }) => flat([[0, 0x41], signed(at), [0x0b], sized(bytes)])))
const segment = (table, offset, funcs) => flat(table === 0 ? [[0], offset, funcs] : [[2], number(table), offset, [0], funcs])

const [source, ran, first, rest, lists, short, ...names] = process.argv.slice(2)
const lines = readFileSync(ran, 'utf8').split('\n').filter((line) => line !== '' && !line.startsWith('#'))
const files = names.map((name) => ({ name, bytes: readFileSync(name) }))
const module = read(readFileSync(source))
if (!module.lists?.length) throw new Error('the program carries no lists')
const parts = split(module, later(module, cutCold(module, ranBy(lines))), files)
writeFileSync(first, parts.first)
writeFileSync(rest, parts.rest)
writeFileSync(lists, module.lists)
const renamed = [...module.imports.map(({ name }, at) => [name, shortImport(at)]), ...module.exports.map(({ name }, at) => [name, shortExport(name, at)])]
writeFileSync(short, renamed.filter(([name, short]) => name !== short).map((names) => `${names.join(' ')}\n`).join(''))
