// The binary format of WebAssembly, as far as scripts/split.mjs reads and writes it.

/** A number in base 128, low digits first. */
export function number(value) {
  const out = []
  for (; value > 127; value = Math.floor(value / 128)) out.push((value % 128) | 128)
  out.push(value)
  return out
}

/** The same with a sign, for a value that is not negative. */
export function signed(value) {
  const out = number(value)
  const last = out.length - 1
  return out[last] < 64 ? out : [...out.slice(0, last), out[last] | 128, 0]
}

/** Items, each a list of bytes, with their number before them. */
export const vector = (items) => flat([number(items.length), ...items])
/** Bytes with their number before them. */
export const sized = (bytes) => flat([number(bytes.length), bytes])
export const name = (text) => sized([...Buffer.from(text)])
export const section = (id, content) => flat([[id], sized(content)])

/** How a module begins. */
export const HEADER = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]
/** How much of a memory or a table there is at least, and at most where there is an end. */
export const limits = ({ min, max }) => (max === null ? [0, ...number(min)] : [1, ...number(min), ...number(max)])

/** Lists of bytes as one. */
export function flat(lists) {
  const out = new Uint8Array(lists.reduce((sum, list) => sum + list.length, 0))
  let at = 0
  for (const list of lists) {
    out.set(list, at)
    at += list.length
  }
  return out
}

/** Bytes being read. */
export class Reader {
  constructor(bytes, at = 0, end = bytes.length) {
    Object.assign(this, { bytes, at, end })
  }

  byte() {
    return this.bytes[this.at++]
  }

  /** The digits of a number in base 128, what one more digit would count, and the last byte, which holds the sign. */
  digits() {
    let [value, scale, byte] = [0, 1, 0]
    do {
      byte = this.byte()
      value += (byte & 127) * scale
      scale *= 128
    } while (byte > 127)
    return { value, scale, byte }
  }

  number() {
    return this.digits().value
  }

  /** A number of up to 33 bits with a sign. */
  signed() {
    const { value, scale, byte } = this.digits()
    return byte & 64 ? value - scale : value
  }

  /** Passes over a number, of any size and sign. */
  skip() {
    while (this.byte() > 127);
  }

  /** A number of 64 bits as two of 32. */
  halves() {
    let [value, shift, byte] = [0n, 0n, 0]
    do {
      byte = this.byte()
      value |= BigInt(byte & 127) << shift
      shift += 7n
    } while (byte > 127)
    return [Number(value & 0xffff_ffffn), Number((value >> 32n) & 0xffff_ffffn)]
  }

  take(count) {
    this.at += count
    return this.bytes.subarray(this.at - count, this.at)
  }

  name() {
    return Buffer.from(this.take(this.number())).toString()
  }

  /** As many items as the number here says. */
  vector(item) {
    return Array.from({ length: this.number() }, () => item(this))
  }

  /** What `read` passes over, as bytes. */
  span(read) {
    const from = this.at
    read(this)
    return this.bytes.subarray(from, this.at)
  }

  limits() {
    const flags = this.byte()
    return { flags, min: this.number(), max: flags & 1 ? this.number() : null }
  }
}

/** What follows an instruction's first byte. */
const PLAIN = 0, INDEX = 1, TWO = 2
const SHAPES = new Map()
const shape = (from, to, kind) => {
  for (let code = from; code <= to; code++) SHAPES.set(code, kind)
}
shape(0x00, 0x01, PLAIN), shape(0x02, 0x04, INDEX), shape(0x05, 0x05, PLAIN), shape(0x0b, 0x0b, PLAIN), shape(0x0c, 0x0d, INDEX)
shape(0x0f, 0x0f, PLAIN), shape(0x11, 0x11, TWO), shape(0x1a, 0x1b, PLAIN), shape(0x20, 0x22, INDEX)
shape(0x3f, 0x40, INDEX), shape(0x45, 0xc4, PLAIN), shape(0xd0, 0xd0, INDEX), shape(0xd1, 0xd1, PLAIN)

/**
 * The code of one function with other indices of functions, globals and tables: `map` has a function for each. What it has for
 * calls, if anything, gives the instructions that stand in the place of a call; what it has for constants is told of each number
 * of 32 bits that the code holds.
 *
 * @param {Uint8Array} code from its locals on
 * @param {{func: (index: number) => number, global: (index: number) => number, table: (index: number) => number,
 *   call?: (index: number) => number[], constant?: (value: number) => void}} map
 */
export function rewrite(code, map) {
  const out = []
  const from = new Reader(code)
  let kept = 0
  const change = (start, bytes) => {
    out.push(code.subarray(kept, start), bytes)
    kept = from.at
  }
  const replace = (which) => {
    const start = from.at
    change(start, number(which(from.number())))
  }
  const call = (start) => change(start, map.call(from.number()))
  const constant = (value) => map.constant?.(value)
  from.vector(() => (from.skip(), from.byte()))
  while (from.at < code.length) {
    const code = from.byte()
    if (code === 0x10 && map.call) call(from.at - 1)
    else if (code === 0x10 || code === 0xd2) replace(map.func)
    else if (code === 0x23 || code === 0x24) replace(map.global)
    else if (code === 0x25 || code === 0x26) replace(map.table)
    else if (code === 0x11) from.skip(), replace(map.table)
    else if (code === 0x0e) from.vector(() => from.skip()), from.skip()
    else if (code === 0x1c) from.vector(() => from.byte())
    else if (code >= 0x28 && code <= 0x3e) from.skip(), constant(from.number())
    else if (code === 0x41) constant(from.number())
    else if (code === 0x42) from.halves().forEach((value) => constant(value))
    else if (code === 0x43) from.take(4)
    else if (code === 0x44) from.take(8)
    else if (code === 0xfc) extended(from, replace, map)
    else if (code === 0xfd) simd(from, constant)
    else if (SHAPES.has(code)) for (let count = SHAPES.get(code); count > 0; count--) from.skip()
    else throw new Error(`instruction 0x${code.toString(16)} is not known`)
  }
  out.push(code.subarray(kept))
  return flat(out)
}

function extended(from, replace, map) {
  const code = from.number()
  if (code <= 7) return
  if (code === 10 || code === 8) from.skip(), from.skip()
  else if (code === 11 || code === 9) from.skip()
  else if (code >= 15 && code <= 17) replace(map.table)
  else throw new Error(`instruction 0xfc ${code} is not known`)
}

function simd(from, constant) {
  const code = from.number()
  if (code <= 11 || code === 92 || code === 93) from.skip(), constant(from.number())
  else if (code === 12) for (let lane = 0; lane < 4; lane++) constant(Buffer.from(from.take(4)).readUInt32LE())
  else if (code === 13) from.take(16)
  else if (code >= 21 && code <= 34) from.byte()
  else if (code >= 84 && code <= 91) from.skip(), constant(from.number()), from.byte()
}

/** The functions that a code calls or names. */
export function calls(code) {
  const found = new Set()
  rewrite(code, { func: (index) => (found.add(index), index), global: (index) => index, table: (index) => index })
  return [...found]
}

/**
 * The numbers of 32 bits that a code holds, and which two of them may be the place and length of a text: two that follow each
 * other, in either order, however far apart. Most such pairs are of no text; whoever asks has to look.
 */
export function constants(code) {
  const all = []
  const same = (index) => index
  rewrite(code, { func: same, global: same, table: same, constant: (value) => all.push(value) })
  const pairs = all.slice(1).flatMap((value, at) => [[all[at], value], [value, all[at]]])
  return { all, pairs }
}
