// Splits the program in two: what a first visit runs, and the rest, which the page fetches once the comparison stands.
//
//   node scripts/split.mjs PROGRAM.wasm NAMES FIRST.wasm REST.wasm LISTS.txt SHORT.txt [DATA ...]
//
// NAMES holds a regular expression a line, for the names of functions that come later (PROGRAM must hold names); what only
// those call goes with them, and so do closures and iterators that call them. In the place of each that is called from
// elsewhere the first part keeps a few instructions, which ask for the rest where it is not there (import `needRest`) and
// then call through the table. The rest fills that table, and shares memory, tables and globals with the first part. DATA
// are files that the program holds whole and only the rest reads; texts that only the rest names go with them, and the
// lines of source that stop the program. LISTS gets what the program carries in a section of that name
// (src/lexicon/part.rs). SHORT gets the names of imports and exports with the short ones that the first part has for them,
// for the script beside it. Both results hold no names.

import { readFileSync, writeFileSync } from 'node:fs'
import { alike } from './lib/alike.mjs'
import { cut, linesOfSource, memoryOf, placeOf, textsOf, unspoken } from './lib/data.mjs'
import { Reader, calls, constants, flat, name, number, rewrite, section, signed, sized, vector } from './lib/wasm.mjs'

const FUNC = 0, TABLE = 1, MEMORY = 2, GLOBAL = 3
const I32 = 0x7f, MUTABLE = 1
/** What the names of the program's own functions have in them. */
const OURS = /demarche::/

/** The parts of a module that a split changes; all else is kept as bytes in `raw`, by section. */
function read(bytes) {
  const module = { raw: new Map(), names: new Map(), features: [] }
  const from = new Reader(bytes, 8)
  while (from.at < bytes.length) {
    const id = from.byte()
    const content = from.take(from.number())
    if (id === 0) readCustom(content, module)
    else module.raw.set(id, content)
  }
  const at = (id, item) => new Reader(module.raw.get(id) ?? Uint8Array.of(0)).vector(item)
  module.types = at(1, (from) => from.span(() => from.take(1) && (from.vector(() => from.byte()), from.vector(() => from.byte()))))
  module.imports = at(2, importedFunction)
  module.funcs = at(3, (from) => from.number())
  module.tables = at(4, (from) => ({ type: from.byte(), ...from.limits() }))
  module.memory = at(5, (from) => from.limits())[0]
  module.globals = at(6, (from) => ({ type: from.span(() => from.take(2)), value: constant(from) }))
  module.exports = at(7, (from) => ({ name: from.name(), kind: from.byte(), index: from.number() }))
  module.elements = at(9, element)
  module.codes = at(10, (from) => from.take(from.number()))
  module.data = at(11, dataSegment)
  return module
}

/** An import: the module it comes from, its name, the number of its type. Ours are functions, all of one module. */
function importedFunction(from) {
  const one = { module: from.name(), name: from.name() }
  if (from.byte() !== FUNC) throw new Error('only functions are known as imports')
  return { ...one, type: from.number() }
}

function constant(from) {
  return from.span(() => {
    while (from.byte() !== 0x0b) from.skip()
  })
}

function element(from) {
  const flags = from.number()
  if (flags !== 0 && flags !== 2) throw new Error(`an element segment of kind ${flags} is not known`)
  const table = flags === 2 ? from.number() : 0
  const offset = constant(from)
  if (flags === 2) from.byte()
  return { table, offset, funcs: from.vector(() => from.number()) }
}

function dataSegment(from) {
  if (from.number() !== 0 || from.byte() !== 0x41) throw new Error('a data segment without a place is not known')
  const at = from.number()
  from.byte()
  return { at, bytes: from.take(from.number()) }
}

/** The names of functions, without the numbers of compilations in them; and what else is worth keeping. */
function readCustom(content, module) {
  const from = new Reader(content)
  const kind = from.name()
  if (kind === 'lists') module.lists = content.subarray(from.at)
  if (kind === 'target_features') module.features = section(0, content)
  if (kind !== 'name') return
  while (from.at < from.end) {
    const part = from.byte()
    const content = new Reader(from.take(from.number()))
    if (part === 1) content.vector(() => module.names.set(content.number(), content.name().replace(/\[[0-9a-f]{16}\]/g, '')))
  }
}

/**
 * Which functions come later: those of the names that are no exports; closures and iterators that no name of ours tells apart, where
 * they call one of these; and what is reached through all of them alone.
 */
function later(module, isLater) {
  const imported = module.imports.length
  const exported = new Set(module.exports.filter(({ kind }) => kind === FUNC).map(({ index }) => index))
  const listed = new Set()
  for (const [index, name] of module.names) if (index >= imported && !exported.has(index) && isLater(name)) listed.add(index)
  const callees = module.codes.map(calls)
  const isOurs = (index) => OURS.test(module.names.get(index))
  const plain = [...module.names.keys()].filter((index) => index >= imported && !exported.has(index) && !isOurs(index))
  const spreads = (index) => !listed.has(index) && callees[index - imported].some((callee) => listed.has(callee) && (isOurs(callee) || spread.has(callee)))
  const spread = new Set()
  for (let found = plain; found.length > 0; ) {
    found = plain.filter(spreads)
    for (const index of found) listed.add(index), spread.add(index)
  }
  const reached = new Set()
  const open = [...exported, ...module.elements.flatMap(({ funcs }) => funcs)]
  while (open.length > 0) {
    const index = open.pop()
    if (reached.has(index) || listed.has(index)) continue
    reached.add(index)
    if (index >= imported) open.push(...callees[index - imported])
  }
  const all = module.codes.map((_, at) => at + imported).filter((index) => !reached.has(index))
  // What the first part calls or holds in a table has to stand in it under its number.
  const wanted = new Set([...reached].filter((index) => index >= imported).flatMap((index) => callees[index - imported]))
  for (const { funcs } of module.elements) funcs.forEach((index) => wanted.add(index))
  return { rest: all, stubs: all.filter((index) => wanted.has(index)) }
}

/** Both parts. */
function split(module, isLater, files) {
  const imported = module.imports.length
  const { rest: unordered, stubs } = later(module, isLater)
  const [isRest, isStub] = [new Set(unordered), new Set(stubs)]
  const type = (index) => module.funcs[index - imported]
  const code = (index) => module.codes[index - imported]
  const inOrder = (list) => alike(list.map(code)).map((at) => list[at])
  const rest = inOrder(unordered)
  const call = module.elements[0].table
  const slot = module.tables[call].min
  const none = typeOfNothing(module.types)
  const memory = memoryOf(module.data)

  // The first part: one more import, one more global (whether the rest is there), more places in the table.
  const whole = module.codes.map((_, at) => at + imported).filter((index) => !isRest.has(index))
  const texts = rest.flatMap((index) => textsOf(memory, constants(code(index)).pairs))
  const places = [...files.map((file) => placeOf(memory, file)), ...linesOfSource(memory), ...texts]
  const data = cut(module.data, memory, unspoken(memory, places, whole.flatMap((index) => constants(code(index)).all)))
  const kept = [...inOrder(whole), ...stubs]
  const inFirst = new Map(kept.map((index, at) => [index, at + imported + 1]))
  const first = { func: (index) => (index < imported ? index : inFirst.get(index)), global: (index) => index, table: (index) => index }
  const flag = module.globals.length
  const stub = (index, at) => {
    const parameters = new Reader(module.types[type(index)], 1).number()
    const pass = Array.from({ length: parameters }, (_, at) => [0x20, ...number(at)]).flat()
    return [0, 0x23, ...number(flag), 0x45, 0x04, 0x40, 0x10, ...number(imported), 0x0b, ...pass, 0x41, ...signed(slot + at),
      0x11, ...number(type(index)), ...number(call), 0x0b]
  }
  const place = new Map(stubs.map((index, at) => [index, at]))
  const bodies = kept.map((index) => (isStub.has(index) ? stub(index, place.get(index)) : rewrite(code(index), first)))

  // The rest: what it calls of the first part stands in the table as well, and comes in under the number of its place there.
  const callees = [...new Set(rest.flatMap((index) => calls(code(index))))].filter((index) => !isRest.has(index)).sort((a, b) => first.func(a) - first.func(b))
  const reach = slot + stubs.length
  const more = stubs.length + callees.length
  const tables = module.tables.map((table, at) => (at === call ? { ...table, min: table.min + more, max: table.max && table.max + more } : table))
  const inRest = new Map([...callees, ...rest].map((index, at) => [index, at]))
  const second = { func: (index) => inRest.get(index), global: (index) => index, table: (index) => index }
  const short = (kind, at) => (kind === FUNC ? `${reach + at}` : (kind === TABLE && at === call ? 'calls' : 'ftmg'[kind] + at))
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
      section(1, vector(none.types)),
      section(2, vector([...module.imports.map(({ type }, at) => ({ name: shortImport(at), type })), { name: 'needRest', type: none.index }]
        .map((one) => flat([name(module.imports[0].module), name(one.name), [FUNC], number(one.type)])))),
      section(3, vector(kept.map((index) => number(type(index))))),
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
      section(1, vector(none.types)),
      section(2, vector(shared.map(({ kind, at, type }) => flat([name('first'), name(short(kind, at)), [kind], type])))),
      section(3, vector([...rest.map((index) => number(type(index))), number(none.index)])),
      section(8, number(start)),
      section(9, vector([segment(call, [0x41, ...signed(slot), 0x0b], funcs(stubs, second))])),
      section(10, vector([...rest.map((index) => sized(rewrite(code(index), second))), sized([0, 0x41, 1, 0x24, ...number(flag), 0x0b])])),
      section(11, placed(data.taken)),
      module.features,
    ]),
  }
}

/** The names of imports and exports in the first part; of exports only what wasm-bindgen names for closures is long. */
const shortImport = (at) => `i${at.toString(36)}`
const shortExport = (name, at) => (/^wasm_bindgen__.*__h[0-9a-f]{16}$/.test(name) ? `x${at.toString(36)}` : name)
const HEADER = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]
const placed = (segments) => vector(segments.map(({ at, bytes }) => flat([[0, 0x41], signed(at), [0x0b], sized(bytes)])))
const limits = ({ min, max }) => (max === null ? [0, ...number(min)] : [1, ...number(min), ...number(max)])
const segment = (table, offset, funcs) => flat(table === 0 ? [[0], offset, funcs] : [[2], number(table), offset, [0], funcs])

/** The type of a function that takes and gives nothing, added where the program has none. */
function typeOfNothing(types) {
  const index = types.findIndex((type) => String(type) === '96,0,0')
  return index < 0 ? { types: [...types, [0x60, 0, 0]], index: types.length } : { types, index }
}

const [source, list, first, rest, lists, short, ...names] = process.argv.slice(2)
const patterns = readFileSync(list, 'utf8').split('\n').filter((line) => line !== '' && !line.startsWith('#'))
const isLater = (name) => patterns.some((pattern) => new RegExp(pattern).test(name))
const files = names.map((name) => ({ name, bytes: readFileSync(name) }))
const module = read(readFileSync(source))
if (!module.lists?.length) throw new Error('the program carries no lists')
const parts = split(module, isLater, files)
writeFileSync(first, parts.first)
writeFileSync(rest, parts.rest)
writeFileSync(lists, module.lists)
const renamed = [...module.imports.map(({ name }, at) => [name, shortImport(at)]), ...module.exports.map(({ name }, at) => [name, shortExport(name, at)])]
writeFileSync(short, renamed.filter(([name, short]) => name !== short).map((names) => `${names.join(' ')}\n`).join(''))
