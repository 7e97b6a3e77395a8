// Parts of functions that a first visit does not run, as functions of their own.
//
// A region is what runs from one branch or end to the next. Once a region of a block has not run, nothing up to the end of the
// block has: such an end goes into a function, which gets the locals that it reads, returns those that are read after it, and
// says, where it may leave by several ways, by which.

import { OP, bit, blockType, heights, liveness, treeOf, walk } from './tree.mjs'
import { flat, number, vector } from './wasm.mjs'

const I32 = 0x7f
/** So many bytes have to be saved beyond what it costs to pass the locals: with fewer the first part grows again, and with this what comes later grows by a byte and more for each one saved here. */
const LEAST = 4

/**
 * Where the regions of a function begin, in order: before which node of which sequence.
 *
 * @returns {{nodes: Node[], at: number}[]}
 */
export function regionsOf(nodes, found = []) {
  found.push({ nodes, at: 0 })
  nodes.forEach((node, at) => {
    if (node.body) regionsOf(node.body, found)
    if (node.other) regionsOf(node.other, found)
    if (node.body || node.op === OP.brIf) found.push({ nodes, at: at + 1 })
  })
  return found
}

/** The place of a region's first byte. */
export const placeOf = ({ nodes, at }) => nodes[at]?.from ?? nodes.end

/**
 * The code of a function without its cold ends, and these as functions.
 *
 * @param {Uint8Array} code
 * @param {{takes: number[], gives: number[]}} own the function's type
 * @param {(region: number) => boolean} hasRun whether a region of it has run, by its number
 * @param {{least: number, types: {takes: number[], gives: number[]}[], typeOf: (func: number) => {takes: number[], gives: number[]},
 *   add: (type: {takes: number[], gives: number[]}, code: Uint8Array) => number}} module `add` makes a function and returns its number
 */
export function outlined(code, own, hasRun, module) {
  const tree = treeOf(code)
  const cold = new Map()
  regionsOf(tree.body).forEach(({ nodes, at }, region) => {
    if (!hasRun(region) && !cold.has(nodes)) cold.set(nodes, at)
  })
  const live = new Map()
  liveness(tree.body, 0n, [0n], live)
  const changes = []
  const whole = { code, module, types: [...own.takes, ...tree.locals], live, cold, changes }
  const label = { read: 0n, carries: own.gives }
  cutLevel(whole, tree.body, { isLoop: false, start: 0, out: 0n, gives: own.gives, labels: [label] })
  if (changes.length === 0) return code
  changes.sort((a, b) => a.from - b.from)
  let at = 0
  const parts = changes.flatMap(({ from, to, bytes }) => {
    const part = code.subarray(at, from)
    at = to
    return [part, bytes]
  })
  return flat([...parts, code.subarray(at)])
}

/** Cuts the cold end of a sequence, or what is cold in it. */
function cutLevel(whole, nodes, level) {
  const from = whole.cold.get(nodes) ?? nodes.length
  const cut = from < nodes.length ? cutEnd(whole, nodes, from, level) : nodes.length
  for (const node of nodes.slice(0, cut)) {
    if (!node.body) continue
    const { takes, gives } = blockType(node.type, whole.module.types)
    const { after, before } = whole.live.get(node)
    const label = node.op === OP.loop ? { read: before, carries: takes } : { read: after, carries: gives }
    const inner = { isLoop: node.op === OP.loop, start: takes.length, out: after, gives, labels: [label, ...level.labels] }
    cutLevel(whole, node.body, inner)
    if (node.other) cutLevel(whole, node.other, inner)
  }
}

/** Where an end of a sequence goes: numbers of labels around it, the nearest first; -1 for what comes after a loop. */
function exitsOf(nodes, level, fallsThrough) {
  const found = new Set()
  walk(nodes, (node, depth) => {
    const see = (index) => index >= depth && found.add(index - depth)
    if (node.op === OP.br || node.op === OP.brIf) see(node.index)
    else if (node.op === OP.brTable) node.targets.forEach(see)
    else if (node.op === OP.return) found.add(level.labels.length - 1)
  })
  if (fallsThrough) found.add(level.isLoop ? -1 : 0)
  return [...found].sort((a, b) => a - b)
}

function bits(mask) {
  const found = []
  for (let index = 0; mask >> BigInt(index); index++) if (mask & bit(index)) found.push(index)
  return found
}

/** Makes a function of the nodes from here to the end of the sequence, if that can be done and is worth it; returns where what is left ends. */
function cutEnd(whole, nodes, from, level) {
  const { code, module, types } = whole
  const height = heights(nodes, level.start, module.types, module.typeOf)
  const at = height.findIndex((height, at) => at >= from && height === 0)
  if (at < 0 || at >= nodes.length) return nodes.length
  const end = nodes.slice(at)
  const exits = exitsOf(end, level, height.at(-1) !== null)
  const carried = exits.map((exit) => (exit < 0 ? level.gives : level.labels[exit].carries))
  const carries = carried[0] ?? []
  if (carries.length > 1 || carried.some((types) => String(types) !== String(carries)) || (exits[0] < 0 && exits.length > 2)) return nodes.length

  let written = 0n
  walk(end, ({ op, index }) => {
    if (op === OP.set || op === OP.tee) written |= bit(index)
  })
  const read = exits.reduce((all, exit) => all | (exit < 0 ? level.out : level.labels[exit].read), 0n)
  const byType = (a, b) => types[b] - types[a] || a - b
  const gives = bits(written & read).sort(byType)
  const takes = bits(liveness(end, written & read, level.labels.map(() => written & read))).sort(byType)
  const type = { takes: takes.map((index) => types[index]), gives: [...carries, ...(exits.length > 1 ? [I32] : []), ...gives.map((index) => types[index])] }
  const place = { from: nodes[at].from, to: nodes.end }
  const cost = 10 + 2 * takes.length + 3 * gives.length + 3 * exits.length
  if (place.to - place.from < cost + module.least) return nodes.length

  const bytes = ending({ code, types, end, exits, carries, takes, gives, labels: level.labels.length })
  const call = [OP.call, ...number(module.add(type, bytes))]
  const pass = takes.flatMap((index) => [OP.get, ...number(index)])
  const keep = [...gives].reverse().flatMap((index) => [OP.set, ...number(index)])
  whole.changes.push({ ...place, bytes: [...pass, ...call, ...keep, ...leaving(exits, level)] })
  return at
}

/** The instructions that go where the function says. */
function leaving(exits, { isLoop }) {
  const [first, second] = exits
  const comesAfter = first < 0 || (first === 0 && !isLoop)
  if (exits.length === 0) return [OP.unreachable]
  if (exits.length === 1) return comesAfter ? [] : [OP.br, ...number(first)]
  if (exits.length === 2) return [OP.brIf, ...number(second), ...(comesAfter ? [] : [OP.br, ...number(first)])]
  return [OP.brTable, ...vector(exits.slice(0, -1).map(number)), ...number(exits.at(-1))]
}

/** The code of the function that an end becomes: around it a block for each way to leave, after which stands the number of that way. */
function ending({ code, types, end, exits, carries, takes, gives, labels }) {
  const used = new Set()
  walk(end, ({ op, index }) => op >= OP.get && op <= OP.tee && used.add(index))
  const inner = [...used].filter((index) => !takes.includes(index)).sort((a, b) => types[b] - types[a] || a - b)
  const local = new Map([...takes, ...inner].map((index, at) => [index, at]))
  const way = local.size
  const several = exits.length > 1
  const declared = [...inner.map((index) => types[index]), ...(several ? [I32] : [])]
  const runs = []
  for (const type of declared) runs.at(-1)?.type === type ? runs.at(-1).count++ : runs.push({ type, count: 1 })

  const label = (index, depth) => (index < depth ? index : depth + exits.indexOf(index - depth))
  const block = [OP.block, carries[0] ?? 0x40]
  const out = [vector(runs.map(({ type, count }) => [...number(count), type]))]
  if (several) out.push(block)
  for (const _ of exits) out.push(block)
  copy(code, end, out, { local: (index) => local.get(index), label, out: labels - 1 })
  exits.forEach((_, at) => {
    out.push([OP.end])
    if (at > 0) out.push([0x41, ...number(at), OP.set, ...number(way)])
    if (at < exits.length - 1) out.push([OP.br, ...number(exits.length - 1 - at)])
  })
  if (several) out.push([OP.end, OP.get, ...number(way)])
  out.push(gives.flatMap((index) => [OP.get, ...number(local.get(index))]), [OP.end])
  return flat(out)
}

/** The code of these nodes with other numbers of locals and of labels. */
function copy(code, nodes, out, map, depth = 0) {
  for (const node of nodes) {
    const { op, index, from, to } = node
    if (op >= OP.get && op <= OP.tee) out.push([op, ...number(map.local(index))])
    else if (op === OP.br || op === OP.brIf) out.push([op, ...number(map.label(index, depth))])
    else if (op === OP.return) out.push([OP.br, ...number(map.label(map.out + depth, depth))])
    else if (op === OP.brTable) {
      const targets = node.targets.map((index) => number(map.label(index, depth)))
      out.push([op], vector(targets.slice(0, -1)), targets.at(-1))
    } else out.push(code.subarray(from, to))
    if (!node.body) continue
    copy(code, node.body, out, map, depth + 1)
    if (node.other) out.push([OP.else]), copy(code, node.other, out, map, depth + 1)
    out.push([OP.end])
  }
}

/** The number of a type, added where the program has none such. */
export function typeIn(types, wanted) {
  const index = types.findIndex(({ takes, gives }) => String([takes, '', gives]) === String([wanted.takes, '', wanted.gives]))
  return index < 0 ? types.push(wanted) - 1 : index
}

/**
 * Puts what has not run into functions of their own, at the end of the program.
 *
 * @param {(name: string, code: Uint8Array) => (region: number) => boolean} ran which regions of a function have run
 * @param {number} least what a part has to save, in bytes
 * @returns {number[]} the functions of which nothing has run
 */
export function cutCold(module, ran, least = LEAST) {
  const imported = module.imports.length
  const made = new Map()
  const cutter = {
    least,
    types: module.types,
    typeOf: (func) => module.types[func < imported ? module.imports[func].type : module.funcs[func - imported]],
    // The same end stands in many functions.
    add: (type, code) => {
      const index = typeIn(module.types, type)
      const key = `${index} ${Buffer.from(code).toString('latin1')}`
      if (!made.has(key)) {
        made.set(key, module.codes.length + imported)
        module.codes.push(code)
        module.funcs.push(index)
      }
      return made.get(key)
    },
  }
  const cold = []
  module.codes.slice().forEach((code, at) => {
    const hasRun = ran(module.names.get(at + imported) ?? '', code)
    if (!hasRun(0)) cold.push(at + imported)
    else module.codes[at] = outlined(code, module.types[module.funcs[at]], hasRun, cutter)
  })
  return [...cold, ...made.values()]
}
