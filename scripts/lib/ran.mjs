// What a first visit was seen to run: scripts/ran.txt, written by tests/browser/watch.mjs, read by scripts/split.mjs.
//
// A function is known by its name and by its shape: its instructions without the numbers in them. So a line holds as long as the
// function that it speaks of stays as it is, whatever happens to others; a function that no line speaks of counts as run. A line
// is one of
//
//   NAME               of the functions of this name none has run
//   NAME SHAPE COLD    of the regions (lib/cold.mjs) of the function of this name and shape those have not run that COLD has as bits
//
// with hashes for the names and shapes, as the names themselves fill more than the program.

import { regionsOf } from './cold.mjs'
import { treeOf, walk } from './tree.mjs'

/** FNV-1a of 32 bits. */
function hash(bytes) {
  let value = 0x811c9dc5
  for (const byte of bytes) value = Math.imul(value ^ byte, 0x01000193)
  return (value >>> 0).toString(36)
}

/** How a function is known: by the name, the shape, and the number of its regions. */
export function signOf(name, code) {
  const { body } = treeOf(code)
  const shape = []
  walk(body, ({ op, more = 0, other, targets = [] }, depth) => shape.push(op, more & 255, other ? 1 : 0, targets.length & 255, depth & 255))
  return { name: hash(Buffer.from(name)), shape: hash(shape), regions: regionsOf(body).length }
}

/** The number of the bits set in it, written in hexadecimal digits, the lowest bits first. */
const bitsOf = (flags) => Array.from({ length: Math.ceil(flags.length / 4) }, (_, at) => [0, 1, 2, 3].reduce((sum, bit) => sum + (flags[4 * at + bit] ? 1 << bit : 0), 0).toString(16)).join('')
const hasBit = (digits, at) => ((parseInt(digits[at >> 2] ?? '0', 16) >> (at & 3)) & 1) === 1

function grouped(list, key) {
  const groups = new Map()
  for (const one of list) groups.set(key(one), [...(groups.get(key(one)) ?? []), one])
  return groups
}

/**
 * The lines about these functions.
 *
 * @param {{name: string, shape: string, cold: boolean[]}[]} functions `cold`: by region, whether it has not run
 */
export function linesOf(functions) {
  const byName = grouped(functions, ({ name }) => name)
  const lines = [...byName].flatMap(([name, alike]) => {
    if (alike.every(({ cold }) => cold[0])) return [name]
    // Of functions that cannot be told apart a region counts as run where it has in one.
    const byShape = grouped(alike, ({ shape }) => shape)
    return [...byShape].flatMap(([shape, same]) => {
      const cold = same[0].cold.map((_, at) => same.every(({ cold }) => cold[at]))
      return cold.includes(true) ? [`${name} ${shape} ${bitsOf(cold)}`] : []
    })
  })
  return lines.sort()
}

/** What these do depends on hashes of places in memory: a branch that no watched visit took, the next may take. */
const BY_CHANCE = /hashbrown|indexmap/

/**
 * What lines say of functions: whether a region of the function with this name and code has run.
 *
 * @param {string[]} lines
 * @returns {(name: string, code: Uint8Array) => (region: number) => boolean}
 */
export function ranBy(lines) {
  const cold = new Map(lines.map((line) => line.split(' ')).map(([name, shape = '', bits]) => [`${name} ${shape}`, bits]))
  return (text, code) => {
    const { name, shape } = signOf(text, code)
    if (cold.has(`${name} `)) return () => false
    const bits = BY_CHANCE.test(text) ? '' : (cold.get(`${name} ${shape}`) ?? '')
    return (region) => !hasBit(bits, region)
  }
}
