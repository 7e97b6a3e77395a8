// A program read into the parts that scripts/split.mjs and scripts/mark.mjs change.

import { Reader, section } from './wasm.mjs'

const FUNC = 0

/** The parts of a module that a split changes; all else is kept as bytes in `raw`, by section. */
export function read(bytes) {
  const module = { raw: new Map(), names: new Map(), features: [] }
  const from = new Reader(bytes, 8)
  while (from.at < bytes.length) {
    const id = from.byte()
    const content = from.take(from.number())
    if (id === 0) readCustom(content, module)
    else module.raw.set(id, content)
  }
  const at = (id, item) => new Reader(module.raw.get(id) ?? Uint8Array.of(0)).vector(item)
  module.types = at(1, (from) => (from.byte(), { takes: from.vector(() => from.byte()), gives: from.vector(() => from.byte()) }))
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
