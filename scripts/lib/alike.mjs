// An order of pieces of code in which each stands near those that it has most in common with: gzip looks back 32 kB and no farther.

/** Runs of so many bytes are compared. */
const RUN = 7
/** Runs that stand in more pieces than this say nothing of any. */
const COMMON = 30
/** How far back counts, in bytes. */
const WINDOW = 28_000
/** Added to a piece's length, so that the shortest do not come first for one run in common. */
const HEAD = 60

/** For each piece the runs in it that it shares with some others, as numbers; and for each run the pieces that hold it. */
function runs(pieces) {
  const holders = new Map()
  pieces.forEach((piece, at) => {
    for (let from = 0; from + RUN <= piece.length; from++) {
      let hash = 0x811c9dc5
      for (let step = 0; step < RUN; step++) hash = Math.imul(hash ^ piece[from + step], 0x01000193)
      const held = holders.get(hash)
      if (!held) holders.set(hash, [at])
      else if (held.at(-1) !== at) held.push(at)
    }
  })
  const shared = pieces.map(() => [])
  for (const held of holders.values()) if (held.length > 1 && held.length <= COMMON) held.forEach((at) => shared[at].push(held))
  return shared
}

/**
 * The places of the pieces in that order. From the longest on, the next is always the one of which the largest part has been seen
 * within the window.
 *
 * @param {Uint8Array[]} pieces
 * @returns {number[]}
 */
export function alike(pieces) {
  const shared = runs(pieces)
  const waiting = new Set(pieces.keys())
  const seen = new Map()
  const score = new Float64Array(pieces.length)
  const window = []
  let size = 0
  const note = (at, step) => {
    size += step * pieces[at].length
    for (const held of shared[at]) {
      const count = (seen.get(held) ?? 0) + step
      seen.set(held, count)
      if (count === (step > 0 ? 1 : 0)) for (const other of held) score[other] += step
    }
  }
  const part = (at) => score[at] / (pieces[at].length + HEAD)
  const order = []
  let next = pieces.reduce((longest, piece, at) => (piece.length > pieces[longest].length ? at : longest), 0)
  while (waiting.size > 0) {
    order.push(next)
    waiting.delete(next)
    window.push(next)
    note(next, 1)
    while (size > WINDOW && window.length > 1) note(window.shift(), -1)
    let best = -1
    for (const at of waiting) if (part(at) > best) [best, next] = [part(at), at]
  }
  return order
}
