// A function of which parts are cut out does what it did: scripts/lib/cold.mjs over every way to cut a small program in two.

import assert from 'node:assert/strict'
import test from 'node:test'
import { cutCold, regionsOf } from '../../scripts/lib/cold.mjs'
import { linesOf, ranBy, signOf } from '../../scripts/lib/ran.mjs'
import { treeOf } from '../../scripts/lib/tree.mjs'
import { HEADER, flat, name, number, section, sized, vector } from '../../scripts/lib/wasm.mjs'

const I32 = 0x7f, F64 = 0x7c, VOID = 0x40
const [BLOCK, LOOP, IF, ELSE, END, BR, BR_IF, BR_TABLE, RETURN, CALL] = [0x02, 0x03, 0x04, 0x05, 0x0b, 0x0c, 0x0d, 0x0e, 0x0f, 0x10]
const get = (index) => [0x20, index]
const set = (index) => [0x21, index]
const tee = (index) => [0x22, index]
const num = (value) => [0x41, ...(value < 64 ? [value] : [value | 128, 0])]
const [ADD, SUB, MUL, AND, LESS, EQZ, DROP, TRAP] = [0x6a, 0x6b, 0x6c, 0x71, 0x48, 0x45, 0x1a, 0x00]
const [TO_F64, ADD_F64, TO_I32] = [0xb7, 0xa0, 0xaa]
/** Adds to local 2 what tells where the program has been. */
const been = (value) => [...get(2), ...num(3), MUL, ...num(value), ADD, ...set(2)]

// Of two numbers. Local 2 is the result, local 3 counts, local 4 is a number of another type.
const ways = [
  2, 2, I32, 1, F64, // locals
  ...get(0), ...num(8), LESS, EQZ, IF, VOID, ...been(1), ...get(2), RETURN, END,
  BLOCK, VOID, BLOCK, VOID, BLOCK, VOID, ...get(0), BR_TABLE, 2, 0, 1, 2,
  END, ...been(2), ...get(1), TO_F64, ...set(4), BR, 1,
  END, ...been(3), ...get(1), EQZ, BR_IF, 0, ...been(4), ...num(7), ...set(3),
  END,
  LOOP, VOID, ...get(3), ...get(1), LESS, IF, VOID, ...get(3), ...num(1), ADD, ...tee(3), ...num(1), AND, IF, VOID, ...been(5), BR, 2, ELSE, ...been(6), END,
  ...get(0), ...num(5), LESS, BR_IF, 1, ...been(7), ...get(2), RETURN, END, END,
  ...get(2), ...get(0), ...num(6), LESS, IF, I32, ...get(1), ...get(0), CALL, 1, ELSE, ...num(50), ...get(1), ...num(1), LESS, BR_IF, 0, TRAP, END, ADD,
  ...get(4), ...get(4), ADD_F64, TO_I32, ADD, END,
]

// A value leaves its block from the middle or at its end.
const values = [
  1, 1, I32,
  BLOCK, I32, ...get(0), ...set(2), ...get(0), ...get(1), SUB, ...get(0), ...get(1), LESS, BR_IF, 0, DROP,
  ...get(2), ...get(1), ADD, ...set(2), ...get(2), ...num(2), MUL, ...get(2), ...num(3), AND, BR_IF, 0, DROP, ...num(60), END,
  ...get(2), ADD, END,
]

// A loop that goes on from its end; a local that is written on one way only and read after both.
const loops = [
  1, 3, I32,
  ...get(0), ...set(4),
  BLOCK, VOID, LOOP, VOID, ...get(3), ...get(1), LESS, EQZ, BR_IF, 1, ...get(3), ...num(1), ADD, ...set(3), ...been(3), BR, 0, END, END,
  ...get(0), ...num(1), AND, IF, VOID, ...get(1), EQZ, IF, VOID, ...num(40), ...set(4), END, ...been(8), END,
  ...get(2), ...get(4), ADD, ...get(3), ADD, END,
]

const TYPE = { takes: [I32, I32], gives: [I32] }
/** The program as far as what cuts it looks at it. */
const program = () => ({
  types: [structuredClone(TYPE)],
  imports: [],
  funcs: [0, 0, 0],
  codes: [ways, values, loops].map((code) => Uint8Array.from(code)),
  names: new Map([[0, 'ways'], [1, 'values'], [2, 'loops']]),
})

/** What it gives for many numbers; a trap as well. */
async function results({ types, funcs, codes }) {
  const bytes = flat([
    HEADER,
    section(1, vector(types.map(({ takes, gives }) => flat([[0x60], sized(takes), sized(gives)])))),
    section(3, vector(funcs.map((type) => number(type)))),
    section(7, vector(['ways', 'values', 'loops'].map((one, at) => flat([name(one), [0], [at]])))),
    section(10, vector(codes.map(sized))),
  ])
  const { exports } = (await WebAssembly.instantiate(bytes)).instance
  const give = (run, a, b) => {
    try {
      return run(a, b)
    } catch {
      return 'trap'
    }
  }
  return Object.values(exports).flatMap((run) => Array.from({ length: 12 * 14 }, (_, at) => give(run, at % 12, Math.floor(at / 12))))
}

/** The program with these regions cut out; a bit for each, those of the first function first. */
function without(cold) {
  const whole = program()
  const functions = whole.codes.map((code, at) => ({ ...signOf(whole.names.get(at), code) }))
  let first = 0
  const lines = linesOf(functions.map(({ regions, ...sign }) => {
    const flags = cold.slice(first, first + regions)
    first += regions
    return { ...sign, cold: flags }
  }))
  const made = cutCold(whole, ranBy(lines), -1000)
  return { whole, made }
}

const count = program().codes.reduce((sum, code) => sum + regionsOf(treeOf(code).body).length, 0)
const only = (chosen) => Array.from({ length: count }, (_, at) => chosen(at))

test('the program does different things for different numbers', async () => {
  const found = await results(program())
  assert.ok(new Set(found).size > 20, `${new Set(found).size} results`)
  assert.ok(found.includes('trap'))
})

test('with any one region cut out, or any two, it does the same', async () => {
  const expected = await results(program())
  let cut = 0
  for (let one = 0; one < count; one++) {
    for (let other = one; other < count; other++) {
      const { whole, made } = without(only((at) => at === one || at === other))
      cut += made.length
      assert.deepEqual(await results(whole), expected, `regions ${one} and ${other}`)
    }
  }
  assert.ok(cut > count, `${cut} functions were made`)
})

test('with all cut out but the beginnings it does the same', async () => {
  const starts = new Set()
  program().codes.reduce((first, code) => (starts.add(first), first + regionsOf(treeOf(code).body).length), 0)
  const { whole, made } = without(only((at) => !starts.has(at)))
  assert.ok(made.length >= 3)
  assert.deepEqual(await results(whole), await results(program()))
})

test('a function that has changed since it was watched stays whole', () => {
  const whole = program()
  const cold = ranBy(linesOf([{ ...signOf('ways', whole.codes[1]), cold: [false, true, true] }]))
  assert.deepEqual(cutCold(whole, cold, -1000), [])
  assert.deepEqual(whole.codes, program().codes)
})

test('a function of a name of which none has run is not kept, whatever its code', () => {
  const whole = program()
  const cold = ranBy(linesOf([{ ...signOf('values', whole.codes[0]), cold: [true] }]))
  assert.deepEqual(cutCold(whole, cold), [1])
})

test('what depends on hashes stays whole, whatever was watched', () => {
  const whole = program()
  whole.names.set(whole.imports.length, 'hashbrown::raw::find')
  const cold = ranBy(linesOf([{ ...signOf('hashbrown::raw::find', whole.codes[0]), cold: [false, true, true] }]))
  assert.deepEqual(cutCold(whole, cold, -1000), [])
})
