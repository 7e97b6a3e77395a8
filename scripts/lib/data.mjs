// The data of a program in two parts: what only the rest reads, found by what code and data say of places.

/** A path of a source file has no more bytes than this, a file no more lines, a line no more columns. */
const PATH = 200, LINES = 30_000, COLUMNS = 500
/** A shorter text costs more to move than it saves. */
const SHORTEST = 2
/** Zeros that stand in data for a hole are cheaper than a new segment up to this. */
const HOLE = 512

/** Data segments as one piece of memory: its first place and its bytes. */
export function memoryOf(segments) {
  const start = Math.min(...segments.map(({ at }) => at))
  const bytes = Buffer.alloc(Math.max(...segments.map(({ at, bytes }) => at + bytes.length)) - start)
  for (const one of segments) bytes.set(one.bytes, one.at - start)
  return { start, bytes }
}

/** The place of a file that the program holds whole. A run of zeros in it may be no data at all. */
export function placeOf({ start, bytes }, { name, bytes: file }) {
  const at = bytes.indexOf(file)
  if (at < 0) throw new Error(`the program does not hold ${name}`)
  return { at: start + at, length: file.length }
}

/**
 * Where the program says which line of its source stopped: place and length of a path, line and column. Whoever stops it only
 * passes the place of these on, and what reads them comes later. With them the paths.
 */
export function linesOfSource({ start, bytes }) {
  const found = []
  for (let at = (4 - (start % 4)) % 4; at + 16 <= bytes.length; at += 4) {
    const [place, length, line, column] = [0, 4, 8, 12].map((step) => bytes.readUInt32LE(at + step))
    const path = place - start
    const fits = path >= 0 && path + length <= bytes.length && length > 3 && length <= PATH && line > 0 && line < LINES && column > 0 && column < COLUMNS
    if (!fits || !/^[!-~]*\.rs$/.test(bytes.toString('latin1', path, path + length))) continue
    // The compiler ends a path with a zero.
    found.push({ at: start + at, length: 16 }, { at: place, length: length + Number(bytes[path + length] === 0), isText: true })
  }
  return found
}

/** The texts that the pairs of numbers in a code name: place and length. */
export function textsOf({ start, bytes }, pairs) {
  const found = pairs.filter(([at, length]) => length >= SHORTEST && at >= start && at + length <= start + bytes.length)
  const isText = (text) => !/[\0-\x08\x0e-\x1f\ufffd]/.test(text)
  return found.filter(([at, length]) => isText(bytes.toString('utf8', at - start, at - start + length))).map(([at, length]) => ({ at, length, isText: true }))
}

/** Without the texts of which a number in the code of the first part, or in data that stays, may speak. */
export function unspoken({ start, bytes }, places, numbers) {
  const gone = new Uint8Array(bytes.length)
  for (const { at, length, isText } of places) if (!isText) gone.fill(1, at - start, at - start + length)
  const spoken = new Uint8Array(bytes.length + 1)
  const say = (value) => {
    if (value >= start && value < start + bytes.length) spoken[value - start] = 1
  }
  for (const value of numbers) say(value)
  for (let at = (4 - (start % 4)) % 4; at + 4 <= bytes.length; at += 4) if (!gone[at]) say(bytes.readUInt32LE(at))
  return places.filter(({ at, length, isText }) => !isText || !spoken.subarray(at - start, at - start + length).includes(1))
}

/** Places that touch or overlap as one, in order. */
function joined(places) {
  const out = []
  for (const { at, length } of [...places].sort((a, b) => a.at - b.at)) {
    const last = out.at(-1)
    if (last && at <= last.at + last.length) last.length = Math.max(last.length, at + length - last.at)
    else out.push({ at, length })
  }
  return out
}

/** The segments without these places, and the places with their bytes. */
export function cut(segments, { start, bytes }, places) {
  const taken = joined(places).map(({ at, length }) => ({ at, bytes: Buffer.from(bytes.subarray(at - start, at - start + length)) }))
  const without = (segments, { at, bytes: { length } }) =>
    segments.flatMap((one) => {
      const [from, to] = [at - one.at, at + length - one.at].map((place) => Math.min(Math.max(place, 0), one.bytes.length))
      if (from === to) return [one]
      if (to - from <= HOLE && from > 0 && to < one.bytes.length) return [{ at: one.at, bytes: Buffer.from(one.bytes).fill(0, from, to) }]
      return [{ at: one.at, bytes: one.bytes.subarray(0, from) }, { at: one.at + to, bytes: one.bytes.subarray(to) }]
    })
  return { kept: taken.reduce(without, segments).filter(({ bytes }) => bytes.length > 0), taken }
}
