// The code of a function as a tree: what stands in what, how high the stack is, which locals are still read.

import { Reader } from './wasm.mjs'

export const OP = { unreachable: 0x00, block: 0x02, loop: 0x03, if: 0x04, else: 0x05, end: 0x0b, br: 0x0c, brIf: 0x0d, brTable: 0x0e, return: 0x0f,
  call: 0x10, callIndirect: 0x11, get: 0x20, set: 0x21, tee: 0x22 }

/** How much higher or lower the stack is after an instruction, by its first byte; what is not here is computed or not known. */
const RISE = new Map()
const rise = (from, to, by) => {
  for (let op = from; op <= to; op++) RISE.set(op, by)
}
rise(0x01, 0x01, 0), rise(0x1a, 0x1a, -1), rise(0x1b, 0x1c, -2), rise(0x20, 0x20, 1), rise(0x21, 0x21, -1), rise(0x22, 0x22, 0), rise(0x23, 0x23, 1)
rise(0x24, 0x24, -1), rise(0x25, 0x25, 0), rise(0x26, 0x26, -2), rise(0x28, 0x35, 0), rise(0x36, 0x3e, -2), rise(0x3f, 0x3f, 1), rise(0x40, 0x40, 0)
rise(0x41, 0x44, 1), rise(0x45, 0x45, 0), rise(0x46, 0x4f, -1), rise(0x50, 0x50, 0), rise(0x51, 0x66, -1), rise(0x67, 0x69, 0), rise(0x6a, 0x78, -1)
rise(0x79, 0x7b, 0), rise(0x7c, 0x8a, -1), rise(0x8b, 0x91, 0), rise(0x92, 0x98, -1), rise(0x99, 0x9f, 0), rise(0xa0, 0xa6, -1), rise(0xa7, 0xc4, 0)
rise(0xd0, 0xd0, 1), rise(0xd1, 0xd1, 0), rise(0xd2, 0xd2, 1)
/** Of the instructions on vectors those that take one value and give one; and which take three, or two and give none. All others take two and give one. */
const ONE_EACH = [[0, 10], [15, 22], [24, 25], [27, 27], [29, 29], [31, 31], [33, 33], [77, 77], [83, 83], [92, 100], [103, 106], [116, 117], [122, 122],
  [124, 129], [131, 132], [135, 138], [148, 148], [160, 164], [167, 170], [192, 196], [199, 202], [224, 227], [236, 239], [248, 255]]
const DOWN_BY_TWO = [[11, 11], [82, 82], [88, 91]]
const among = (ranges, code) => ranges.some(([from, to]) => code >= from && code <= to)

/**
 * One instruction, from its first byte to the one after its last; of a block, a loop or an if only what stands before its content.
 *
 * @typedef {{op: number, from: number, to: number, index?: number, targets?: number[], more?: number, type?: number, body?: Node[], other?: Node[] | null}} Node
 *   `index`: of a local, a function or a label; `targets`: the labels of a br_table, the default last; `more`: what follows the first byte of a longer one;
 *   `type`: of a block, or of what is called through a table; `body` and `other`: what stands in it, and after its `else`, each with the place of the
 *   byte that ends it at `end`
 */

/**
 * The code of a function as a tree.
 *
 * @param {Uint8Array} code from its locals on
 * @returns {{locals: number[], body: Node[]}} the types of its locals beyond the parameters
 */
export function treeOf(code) {
  const from = new Reader(code)
  const locals = from.vector(() => [from.number(), from.byte()]).flatMap(([count, type]) => Array(count).fill(type))
  return { locals, body: sequence(from).nodes }
}

function sequence(from) {
  const nodes = []
  for (;;) {
    const node = { op: from.byte(), from: from.at - 1 }
    if (node.op === OP.end || node.op === OP.else) return { nodes: Object.assign(nodes, { end: node.from }), last: node.op }
    nodes.push(node)
    immediates(from, node)
    node.to = from.at
    if (node.op < OP.block || node.op > OP.if) continue
    const { nodes: body, last } = sequence(from)
    Object.assign(node, { body, other: last === OP.else ? sequence(from).nodes : null })
  }
}

function immediates(from, node) {
  const { op } = node
  if (op >= OP.block && op <= OP.if) node.type = from.signed()
  else if (op === OP.br || op === OP.brIf || op === OP.call || (op >= OP.get && op <= OP.tee)) node.index = from.number()
  else if (op === OP.callIndirect) (node.type = from.number()), from.number()
  else if (op === OP.brTable) node.targets = [...from.vector(() => from.number()), from.number()]
  else if (op === 0x1c) from.vector(() => from.byte())
  else if (op === 0x43) from.take(4)
  else if (op === 0x44) from.take(8)
  else if (op === 0xfc) extended(from, node)
  else if (op === 0xfd) simd(from, node)
  else if (op >= 0x28 && op <= 0x3e) from.skip(), from.skip()
  else if (takesNumber(op)) from.skip()
  else if (!RISE.has(op) && op !== OP.unreachable && op !== OP.return) throw new Error(`instruction 0x${op.toString(16)} is not known`)
}

const takesNumber = (op) => (op >= 0x23 && op <= 0x26) || (op >= 0x3f && op <= 0x42) || op === 0xd0 || op === 0xd2

function extended(from, node) {
  node.more = from.number()
  if (node.more <= 7) return
  from.skip()
  if (node.more === 8 || node.more === 10 || node.more === 12 || node.more === 14) from.skip()
}

function simd(from, node) {
  const code = (node.more = from.number())
  if (code <= 11 || code === 92 || code === 93) from.skip(), from.skip()
  else if (code === 12 || code === 13) from.take(16)
  else if (code >= 21 && code <= 34) from.byte()
  else if (code >= 84 && code <= 91) from.skip(), from.skip(), from.byte()
}

/** What a block takes from the stack and leaves there, as types. A block's type is a number of the module's types, a type of value, or nothing. */
export function blockType(type, types) {
  if (type >= 0) return types[type]
  return { takes: [], gives: type === -64 ? [] : [type + 128] }
}

/** How much higher the stack is after an instruction; `null` where nothing comes after it. Throws where that is not known. */
function raises(node, types, typeOf) {
  const { op, more } = node
  const passes = ({ takes, gives }) => gives.length - takes.length
  if (node.body) return passes(blockType(node.type, types)) - (op === OP.if ? 1 : 0)
  if (op === OP.unreachable || op === OP.br || op === OP.brTable || op === OP.return) return null
  if (op === OP.brIf) return -1
  if (op === OP.call) return passes(typeOf(node.index))
  if (op === OP.callIndirect) return passes(types[node.type]) - 1
  if (op === 0xfc && more <= 17) return more <= 7 ? 0 : more === 15 ? -1 : more === 16 ? 1 : more === 9 || more === 13 ? 0 : -3
  if (op === 0xfd) return more === 12 ? 1 : among(ONE_EACH, more) ? 0 : among(DOWN_BY_TWO, more) ? -2 : -1
  if (RISE.has(op)) return RISE.get(op)
  throw new Error(`what instruction 0x${op.toString(16)} ${more ?? ''} does to the stack is not known`)
}

/** How high the stack is before each node of a sequence, and after all; `null` where nothing comes by. */
export function heights(nodes, start, types, typeOf) {
  const found = [start]
  for (const node of nodes) {
    const by = raises(node, types, typeOf)
    found.push(by === null || found.at(-1) === null ? null : found.at(-1) + by)
  }
  return found
}

export const bit = (index) => 1n << BigInt(index)

/**
 * Which locals are read before they are written, as bits.
 *
 * @param {Node[]} nodes
 * @param {bigint} after what is read after all of them
 * @param {bigint[]} labels what is read at the labels around them, the nearest first
 * @param {Map<Node, {after: bigint, before: bigint}>} found gets what is read after each node, and from each loop's start on
 * @returns {bigint} what is read from the first of them on
 */
export function liveness(nodes, after, labels, found = new Map()) {
  let live = after
  for (let at = nodes.length - 1; at >= 0; at--) {
    const before = liveBefore(nodes[at], live, labels, found)
    found.set(nodes[at], { after: live, before })
    live = before
  }
  return live
}

function liveBefore(node, live, labels, found) {
  const inside = (nodes, label) => liveness(nodes, live, [label, ...labels], found)
  switch (node.op) {
    case OP.get: return live | bit(node.index)
    case OP.set: case OP.tee: return live & ~bit(node.index)
    case OP.br: return labels[node.index]
    case OP.brIf: return live | labels[node.index]
    case OP.brTable: return node.targets.reduce((all, index) => all | labels[index], 0n)
    case OP.unreachable: return 0n
    case OP.return: return labels.at(-1)
    case OP.block: return inside(node.body, live)
    case OP.if: return inside(node.body, live) | (node.other ? inside(node.other, live) : live)
    case OP.loop:
      for (let known = 0n; ; ) {
        const before = inside(node.body, known)
        if (before === known) return before
        known = before
      }
    default: return live
  }
}

/** Calls `see` with each node, from the first to the last, and how many blocks stand around it. */
export function walk(nodes, see, depth = 0) {
  for (const node of nodes) {
    see(node, depth)
    if (node.body) walk(node.body, see, depth + 1)
    if (node.other) walk(node.other, see, depth + 1)
  }
}
