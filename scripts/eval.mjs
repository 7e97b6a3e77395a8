// Runs the command line over coded texts and prints its scores as Markdown. See eval/README.md.

import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { scoreEntities, scorePositions, scoreStatements } from './score.mjs'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const CLI = process.env.DEMARCHE_CLI || join(ROOT, 'target/release/demarche')
const WITH_MISSES = process.argv.includes('--misses')

const lines = (text) => text.split('\n').filter(Boolean).map((line) => JSON.parse(line))
const read = (...parts) => lines(readFileSync(join(...parts), 'utf8'))
const number = (value) => value.toFixed(3)

/** What a command prints, as text; exit code 1 means that nothing was found, which is an answer. */
function run(command, ...options) {
  try {
    return execFileSync(CLI, [command, ...options], { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'inherit'] })
  } catch (error) {
    if (error.status === 1) return error.stdout
    throw new Error(`demarche ${command} failed with exit code ${error.status}`)
  }
}

/** One set: where its codings, its questions and its articles are. */
function sets() {
  const folder = join(ROOT, 'tests/disputes')
  const found = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'statements.jsonl')))
    .map(({ name }) => {
      const own = join(folder, name, 'codebook.json')
      return {
        name,
        gold: join(folder, name),
        codebook: existsSync(own) ? own : join(ROOT, 'public/dossiers', name, 'dossier.json'),
        articles: join(folder, name, 'index.json'),
      }
    })
  const { GOLD, REPORTS } = process.env
  if (GOLD && REPORTS && existsSync(GOLD) && existsSync(REPORTS)) {
    found.unshift({ name: 'the five reports', gold: GOLD, codebook: join(GOLD, 'codebook.json'), articles: join(REPORTS, 'index.json'), outside: true })
  } else {
    process.stderr.write('eval: left out the five reports (REPORTS and GOLD are not given)\n')
  }
  return found
}

/** Where the data brings a scorer of its own, it must say the same as ours. */
function compareWithOutside(set, printed, scores) {
  const scorer = join(set.gold, 'score.py')
  if (!set.outside || !existsSync(scorer)) return null
  const folder = mkdtempSync(join(tmpdir(), 'demarche-eval-'))
  try {
    const file = (name) => join(folder, name)
    for (const [name, text] of Object.entries(printed)) writeFileSync(file(name), text)
    const options = [scorer, set.gold, file('statements'), '--positions', file('positions'), '--entities', file('entities'), '--json']
    const theirs = JSON.parse(execFileSync('python3', options, { encoding: 'utf8' }))
    const ours = {
      detect_f1: scores.statements.detect.f1, f1: scores.statements.stance.f1, speaker_accuracy: scores.statements.speaker,
      told_by_accuracy: scores.statements.told, cell_f1: scores.positions.f1,
      surfaces_found: scores.entities?.found, surfaces_linked: scores.entities?.linked,
    }
    const differing = Object.entries(ours).filter(([name, value]) => Math.abs((theirs[name] ?? NaN) - value) > 1e-9)
    return differing.length ? `its own scorer differs: ${differing.map(([name]) => `${name} ${theirs[name]}`).join(', ')}` : 'its own scorer says the same'
  } catch (error) {
    return `its own scorer did not run: ${String(error.message).split('\n')[0]}`
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function score(set) {
  const sources = ['--articles', set.articles, '--codebook', set.codebook]
  const hasNames = existsSync(join(set.gold, 'entities.jsonl'))
  const printed = {
    statements: run('analyse', ...sources),
    positions: run('compare', ...sources),
    entities: hasNames ? run('entities', ...sources) : '',
  }
  const scores = {
    statements: scoreStatements(read(set.gold, 'statements.jsonl'), lines(printed.statements)),
    positions: scorePositions(read(set.gold, 'positions.jsonl'), lines(printed.positions)),
    entities: hasNames ? scoreEntities(read(set.gold, 'entities.jsonl'), lines(printed.entities)) : null,
  }
  return { ...scores, remark: compareWithOutside(set, printed, scores) }
}

function misses({ name }, { statements, positions, entities }) {
  console.log(`\n## ${name}\n`)
  for (const line of statements.missed) {
    console.log(`MISS ${line.article} ${line.holder} ${line.issue} ${line.stance} (got ${line.got}): ${line.quote}`)
  }
  for (const tag of statements.extra) console.log(`EXTRA ${tag.article} ${tag.holder} ${tag.issue} ${tag.stance}: ${tag.sentence.slice(0, 140)}`)
  for (const { cell, want, got } of positions.wrong) console.log(`CELL ${cell}: want ${want} got ${got}`)
  for (const { name: surface, want, got } of entities?.wrong ?? []) console.log(`NAME ${surface}: want ${want} got ${got.join(', ') || 'nothing'}`)
}

const results = sets().map((set) => [set, score(set)])

console.log('| texts | statements | f1 | detect f1 | precision | recall | speaker | told by | cells | cell f1 | names | found | linked |')
console.log(`| --- |${' ---: |'.repeat(12)}`)
for (const [{ name }, { statements, positions, entities }] of results) {
  const { stance, detect, speaker, told } = statements
  const names = entities ? [entities.wanted, number(entities.found), number(entities.linked)] : ['', '', '']
  const figures = [stance.f1, detect.f1, stance.precision, stance.recall, speaker, told].map(number)
  console.log(`| ${[name, statements.wanted, ...figures, positions.wanted, number(positions.f1), ...names].join(' | ')} |`)
}
for (const [{ name }, { remark }] of results) if (remark) console.log(`\n${name[0].toUpperCase()}${name.slice(1)}: ${remark}.`)
if (WITH_MISSES) for (const [set, result] of results) misses(set, result)
