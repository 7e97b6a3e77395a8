// Scores tagged statements, positions and names against coded texts.
//
// What counts: a tag is right where article, holder, issue and stance are those of a coded statement whose quote lies in the tagged
// sentence. Each tag matches one coded statement and each coded statement one tag. Coded lines that are debatable ("required": false)
// and those without a side count neither way, nor does a tag that matches one; tags without a side are left out.

const LONGEST_WORDS = 120 // a longer "sentence" is a paragraph, and matches nothing

const QUOTES = { '“': '"', '”': '"', '‘': "'", '’': "'", '\u00a0': ' ' }

/** White space and quotation marks made alike. */
export function fold(text) {
  return text.replace(/[“”‘’\u00a0]/g, (mark) => QUOTES[mark]).split(/\s+/).filter(Boolean).join(' ')
}

function rates(hits, predicted, wanted) {
  const precision = predicted ? hits / predicted : 0
  const recall = wanted ? hits / wanted : 0
  return { precision, recall, f1: precision + recall ? (2 * precision * recall) / (precision + recall) : 0 }
}

const share = (part, whole) => (whole ? part / whole : 0)
const isRequired = (line) => line.required !== false
const takesSide = (line) => line.stance !== 'neutral'

/** Statements: detection (holder and issue), with stance, and how often speaker, mode and teller are right. */
export function scoreStatements(gold, tags) {
  const unique = new Map()
  for (const tag of tags.filter(takesSide)) {
    const sentence = fold(tag.sentence)
    unique.set(JSON.stringify([tag.article, sentence, tag.holder, tag.issue, tag.stance]), { ...tag, sentence })
  }
  const all = [...unique.values()]
  const taken = new Set()
  const dropped = new Set()
  const candidates = (line) =>
    all.filter(
      (tag) =>
        !taken.has(tag) && tag.article === line.article && tag.holder === line.holder && tag.issue === line.issue &&
        tag.sentence.includes(fold(line.quote)) && tag.sentence.split(' ').length <= LONGEST_WORDS,
    )

  const wanted = gold.filter((line) => isRequired(line) && takesSide(line))
  const missed = []
  let found = 0
  const right = []
  for (const line of wanted) {
    const near = candidates(line)
    const same = near.find((tag) => tag.stance === line.stance)
    if (near.length) {
      found += 1
      taken.add(same ?? near[0])
    }
    if (same) right.push([line, same])
    else missed.push({ ...line, got: near[0]?.stance ?? null })
  }
  for (const line of gold.filter((each) => !wanted.includes(each))) for (const tag of candidates(line)) dropped.add(tag)

  const counted = all.filter((tag) => !dropped.has(tag))
  const named = right.filter(([line]) => line.speaker)
  const surname = (name) => name.split(' ').at(-1).toLowerCase()
  return {
    wanted: wanted.length,
    predicted: counted.length,
    detect: rates(found, counted.length, wanted.length),
    stance: rates(right.length, counted.length, wanted.length),
    speaker: share(named.filter(([line, tag]) => (tag.speaker ?? '').toLowerCase().includes(surname(line.speaker))).length, named.length),
    mode: share(right.filter(([line, tag]) => line.mode === tag.mode).length, right.length),
    told: share(right.filter(([line, tag]) => (line.told_by ?? '') === (tag.told_by ?? '')).length, right.length),
    missed,
    extra: counted.filter((tag) => !taken.has(tag)),
  }
}

/** Cells of the comparison. `split` is right where the coders accept two stances or more. */
export function scorePositions(gold, positions) {
  const key = ({ holder, issue }) => `${holder} ${issue}`
  const wanted = new Map(gold.filter(isRequired).map((cell) => [key(cell), cell.stances]))
  const debatable = new Set(gold.filter((cell) => !isRequired(cell)).map(key))
  const counted = new Map(
    positions
      .filter((cell) => cell.stance !== 'none' && !debatable.has(key(cell)))
      .filter((cell) => takesSide(cell) || wanted.get(key(cell))?.includes('neutral'))
      .map((cell) => [key(cell), cell.stance]),
  )
  const isRight = (cell) => {
    const stances = wanted.get(cell)
    const stance = counted.get(cell)
    return stances !== undefined && (stances.includes(stance) || (stance === 'split' && stances.length > 1))
  }
  const right = [...counted.keys()].filter(isRight).length
  const wrong = [...new Set([...wanted.keys(), ...counted.keys()])].sort().filter((cell) => !isRight(cell))
  return {
    wanted: wanted.size,
    predicted: counted.size,
    ...rates(right, counted.size, wanted.size),
    wrong: wrong.map((cell) => ({ cell, want: wanted.get(cell) ?? null, got: counted.get(cell) ?? null })),
  }
}

/** Names: how many of the coded ones are found as what they are, and how many have the right country. */
export function scoreEntities(gold, mentions) {
  const kinds = new Set(['country', 'person', 'organisation'])
  const kind = (type) => (type === 'bloc' ? 'organisation' : type)
  const key = ({ article, surface }) => `${article} ${fold(surface)}`
  const wanted = new Map(gold.filter((name) => kinds.has(name.type) && isRequired(name)).map((name) => [key(name), name]))
  const found = new Map()
  for (const mention of mentions.filter(({ type }) => kinds.has(kind(type)))) {
    const readings = found.get(key(mention)) ?? []
    found.set(key(mention), [...readings, `${kind(mention.type)} ${mention.country || null}`])
  }
  const unlinked = [...wanted].filter(([name, { type, country }]) => !found.get(name)?.includes(`${type} ${country}`))
  return {
    wanted: wanted.size,
    found: share([...wanted.keys()].filter((name) => found.has(name)).length, wanted.size),
    linked: share(wanted.size - unlinked.length, wanted.size),
    wrong: unlinked.map(([name, { type, country }]) => ({ name, want: `${type} ${country}`, got: found.get(name) ?? [] })),
  }
}
