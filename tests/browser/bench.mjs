// How fast the page and the engine are, as Markdown. Everything that is compared runs in the same browser in the same run.
//
//   node tests/browser/bench.mjs [drawn] [slow] [filter] [throughput]     all of them by default; scripts/bench builds what is measured

import { execFileSync } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { baseline } from './lib/baseline.mjs'
import { launch, visit } from './lib/browser.mjs'
import { pack } from './lib/pack.mjs'
import { ready } from './lib/page.mjs'
import { DIST, DOSSIER, inRoot, outside } from './lib/paths.mjs'
import { serve } from './lib/server.mjs'

const ROUNDS = 10
const CLICKS = 41
const TURNS = 7

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)]
const ms = (value) => `${value.toFixed(value < 100 ? 1 : 0)} ms`
const verdict = (kept) => (kept ? 'kept' : '**MISSED**')

/** Runs in the page before anything else: notes when `cells` cells have been painted. */
function watch(cells) {
  const look = () => {
    if (window.drawnMs || document.querySelectorAll('a.cell').length < cells) return
    observer.disconnect()
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => (window.drawnMs = performance.now())
      port2.postMessage(0)
    })
  }
  const observer = new MutationObserver(look)
  observer.observe(document, { childList: true, subtree: true })
}

/** From navigation until the grid is painted, in a fresh profile. */
async function drawn(browser, url, cells, slow) {
  const { page, context, close } = await visit(browser)
  await page.addInitScript(watch, cells)
  if (slow) {
    const session = await context.newCDPSession(page)
    await session.send('Network.enable')
    await session.send('Network.emulateNetworkConditions', { offline: false, latency: slow.latencyMs, downloadThroughput: 200_000, uploadThroughput: 200_000 })
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  }
  await page.goto(url, { timeout: 60_000 })
  await page.waitForFunction(() => window.drawnMs, null, { timeout: 60_000 })
  const time = await page.evaluate(() => window.drawnMs)
  await close()
  return time
}

/** From a click on a filter until its answer is painted: `selector` is clicked again and again, on and off. */
async function clicks(browser, url, selector) {
  const { page, close } = await visit(browser)
  await page.goto(url)
  await page.locator('a.cell').first().waitFor()
  await page.waitForLoadState('networkidle')
  const times = await page.evaluate(
    async ([selector, count]) => {
      const painted = () =>
        new Promise((resolve) =>
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel()
            port1.onmessage = () => resolve(performance.now())
            port2.postMessage(0)
          }),
        )
      const times = []
      for (let round = 0; round < count; round++) {
        await new Promise((resolve) => setTimeout(resolve, 40))
        const answer = new Promise((resolve) => {
          const observer = new MutationObserver(() => {
            observer.disconnect()
            resolve()
          })
          observer.observe(document.body, { childList: true, subtree: true, attributes: true, characterData: true })
        })
        const link = document.querySelector(selector)
        const from = performance.now()
        link.click()
        await answer
        times.push((await painted()) - from)
      }
      return times
    },
    [selector, CLICKS],
  )
  await close()
  return median(times)
}

/** A way to run work in the page and get, with its result, the seconds that the page's thread was at work: other programs do not count. */
async function clock(page) {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const now = async () => (await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'ThreadTime').value
  return async (work) => {
    const from = await now()
    const result = await page.evaluate(work)
    return { seconds: (await now()) - from, result }
  }
}

async function throughput(browser) {
  const bench = outside('BENCH')
  if (!bench) {
    console.log('\nLeft out: text read per second (BENCH is not given).')
    return
  }
  const corpus = join(bench, 'free_news/free_news.jsonl')
  const codebook = inRoot('public/dossiers', DOSSIER, 'dossier.json')
  const native = JSON.parse(execFileSync(inRoot('target/release/examples/throughput'), [codebook, corpus, '10'], { encoding: 'utf8' }))

  const server = await serve(inRoot('target/bench-page'))
  const give = (name, body) => server.overrides.set(name, { body })
  give('index.html', '<!doctype html><title>bench</title>')
  give('corpus.jsonl', readFileSync(corpus))
  give('codebook.json', readFileSync(codebook))
  give('english.dmsm', readFileSync(inRoot('model/english.dmsm')))
  give('wink.js', pack('packages', ['wink-nlp', 'wink-eng-lite-web-model']))
  const { page, close } = await visit(browser)
  page.setDefaultTimeout(600_000)
  await page.goto(server.url)
  await page.evaluate(async () => {
    const [codebook, corpus] = await Promise.all(['codebook.json', 'corpus.jsonl'].map((name) => fetch(name).then((file) => file.text())))
    window.model = new Uint8Array(await (await fetch('english.dmsm')).arrayBuffer())
    // The engine of a first visit, and the one that reads the reader's own articles.
    for (const name of ['small', 'fast']) {
      const module = await import(`./${name}.js`)
      const { memory } = await module.default({ module_or_path: `./${name}_bg.wasm` })
      window[name] = { memory, rules: new module.Bench(codebook, corpus), grammar: new module.Bench(codebook, corpus) }
    }
    window.texts = corpus.trim().split('\n').map((line) => JSON.parse(line).text)
  })
  await page.addScriptTag({ url: 'wink.js' })
  const works = {
    once: () => window.fast.rules.run(1),
    grammar: () => window.fast.grammar.run(1),
    parse: () => window.fast.grammar.parse(),
    smallOnce: () => window.small.rules.run(1),
    smallGrammar: () => window.small.grammar.run(1),
    smallParse: () => window.small.grammar.parse(),
    wink: () => {
      window.nlp ??= window.packages['wink-nlp'](window.packages['wink-eng-lite-web-model'])
      return window.texts.reduce((tokens, text) => tokens + window.nlp.readDoc(text).tokens().length(), 0)
    },
  }
  const processor = await clock(page)
  const bytes = await page.evaluate(() => window.small.rules.bytes())
  const before = await page.evaluate(() => window.small.memory.buffer.byteLength)
  const load = await processor(() => window.small.grammar.learn(window.model))
  await page.evaluate(() => window.fast.grammar.learn(window.model))
  // Once untimed, as natively; then by turns, so that what else the machine does meets all alike.
  for (const work of Object.values(works)) await page.evaluate(work)
  const memory = [before, await page.evaluate(() => window.small.memory.buffer.byteLength)]
  const runs = Object.fromEntries(Object.keys(works).map((name) => [name, []]))
  for (let turn = 0; turn < TURNS; turn++) {
    for (const [name, work] of Object.entries(works)) runs[name].push(await processor(work))
  }
  const middle = (name) => ({ seconds: median(runs[name].map((run) => run.seconds)), result: runs[name][0].result })
  const small = { once: middle('smallOnce'), grammar: middle('smallGrammar'), parse: middle('smallParse') }
  const ours = { bytes, load, memory, once: middle('once'), grammar: middle('grammar'), parse: middle('parse'), tenfold: await processor(() => window.fast.rules.run(10)) }
  const theirs = middle('wink')
  await close()
  await server.close()

  const speed = (bytes, seconds) => `${(bytes / 1e6 / seconds).toFixed(1)} MB/s`
  const times = (a, b) => (a / b).toFixed(1)
  for (const { once } of [ours, small]) {
    if (once.result !== native.statements) throw new Error(`${native.statements} statements natively, ${once.result} in the browser`)
  }
  if (ours.grammar.result !== small.grammar.result) throw new Error(`${ours.grammar.result} statements with grammar by one engine, ${small.grammar.result} by the other`)
  console.log(`\nText read per second: the whole analysis over ${native.articles} news texts (${(native.bytes / 1e6).toFixed(2)} MB), one thread; in Chromium seconds of the processor, the median of ${TURNS} runs by turns.\n`)
  console.log('| what | speed | 10x the text takes |\n| --- | ---: | ---: |')
  console.log(`| Demarche, native | ${speed(native.bytes, native.seconds)} | ${times(native.seconds_of_copies, native.seconds)}x |`)
  console.log(`| Demarche, Chromium, the reader’s own articles | ${speed(ours.bytes, ours.once.seconds)} | ${times(ours.tenfold.seconds, ours.once.seconds)}x |`)
  console.log(`| Demarche, Chromium, the engine of a first visit | ${speed(ours.bytes, small.once.seconds)} | |`)
  console.log(`| Demarche with grammar, native | ${speed(native.bytes, native.seconds_with_grammar)} | |`)
  console.log(`| Demarche with grammar, Chromium, the reader’s own articles | ${speed(ours.bytes, ours.grammar.seconds)} | |`)
  console.log(`| Demarche with grammar, Chromium, the engine of a first visit | ${speed(ours.bytes, small.grammar.seconds)} | |`)
  console.log(`| winkNLP, full pipe, Chromium | ${speed(ours.bytes, theirs.seconds)} | |`)
  const ratio = theirs.seconds / ours.once.seconds
  const [slow, slowGrammar] = [theirs.seconds / small.once.seconds, theirs.seconds / small.grammar.seconds]
  console.log(`\nThe reader’s own articles at ${ratio.toFixed(1)}x winkNLP's speed; target 5x: ${verdict(ratio >= 5)}. By the engine of a first visit ${slow.toFixed(1)}x.`)
  console.log(`10x the text in at most 11x the time: ${verdict(Math.max(native.seconds_of_copies / native.seconds, ours.tenfold.seconds / ours.once.seconds) <= 11)}.`)
  const grammar = theirs.seconds / ours.grammar.seconds
  const share = ((100 * native.sentences_parsed) / native.sentences).toFixed(1)
  console.log(`With grammar ${grammar.toFixed(1)}x winkNLP's speed; target 1.5x: ${verdict(grammar >= 1.5)}; by the engine of a first visit ${slowGrammar.toFixed(1)}x. ${native.sentences_parsed} of ${native.sentences} sentences are parsed, ${share} in 100.`)
  const [loading, words] = [ours.load.seconds * 1000, ours.parse.result / ours.parse.seconds]
  const slowWords = small.parse.result / small.parse.seconds
  const thousand = (value) => `${Math.round(value / 1000)},000`
  const natively = native.words / native.parse_seconds
  console.log(`The parser's model is read in ${ms(loading)} in Chromium; target 60 ms: ${verdict(loading <= 60)}. It takes ${((ours.memory[1] - ours.memory[0]) / 1e6).toFixed(1)} MB more memory.`)
  console.log(`The parser reads ${thousand(words)} words a second in Chromium, target 80,000: ${verdict(words >= 80_000)}; by the engine of a first visit ${thousand(slowWords)}; ${thousand(natively)} natively, target 150,000: ${verdict(natively >= 150_000)}.`)
  console.log(`The same text as 200 articles takes ${times(native.seconds_in_200_articles, native.seconds)}x, as 20 long ones ${times(native.seconds_in_20_articles, native.seconds)}x the time (native).`)
}

const chosen = process.argv.slice(2)
const wanted = (name) => chosen.length === 0 || chosen.includes(name)

const inPage = ['drawn', 'slow', 'filter'].filter(wanted)

/** What a reader of the page waits for. */
async function waits(browser) {
  const server = await serve(DIST)
  // For clicks: without a frame limit a paint is not kept waiting for a screen that is not there.
  const unlimited = await launch(['--disable-gpu-vsync', '--disable-frame-rate-limit'])
  try {
    // The comparison that a reader waits for is the one by rules: with grammar there may be more cells, which come later.
    const model = readdirSync(DIST).find((file) => file.endsWith('.dmsm'))
    server.overrides.set(model, { status: 404 })
    const { page, close } = await visit(browser)
    await page.goto(server.url)
    await ready(page)
    await page.waitForLoadState('networkidle')
    server.overrides.delete(model)
    const cells = await page.locator('a.cell').count()
    server.overrides.set('baseline.html', { body: await baseline(page) })
    await close()
    const ours = server.url
    const theirs = `${server.url}baseline.html`

    console.log(`Medians; a fresh profile a visit, files from the same machine with gzip; ${cells} cells.\n`)
    console.log('| what | Demarche | hand-written page | target | |\n| --- | ---: | ---: | --- | --- |')
    if (wanted('drawn')) {
      const times = { ours: [], theirs: [] }
      for (let round = 0; round < ROUNDS; round++) {
        times.ours.push(await drawn(browser, ours, cells))
        times.theirs.push(await drawn(browser, theirs, cells))
      }
      const [mine, hand] = [median(times.ours), median(times.theirs)]
      console.log(`| navigation to comparison drawn | ${ms(mine)} | ${ms(hand)} | 3x: ${ms(3 * hand)} | ${verdict(mine <= 3 * hand)} |`)
    }
    if (wanted('slow')) {
      for (const latencyMs of [0, 150]) {
        const slow = { latencyMs }
        const times = { ours: [], theirs: [] }
        for (let round = 0; round < 3; round++) {
          times.ours.push(await drawn(browser, ours, cells, slow))
          times.theirs.push(await drawn(browser, theirs, cells, slow))
        }
        const [mine, hand] = [median(times.ours), median(times.theirs)]
        const target = latencyMs === 0 ? `2500 ms | ${verdict(mine <= 2500)}` : ' | '
        console.log(`| the same at 1.6 Mbit/s${latencyMs ? `, ${latencyMs} ms latency` : ''}, processor slowed 4x | ${ms(mine)} | ${ms(hand)} | ${target} |`)
      }
    }
    if (wanted('filter')) {
      const [mine, hand] = [await clicks(unlimited, ours, 'thead a'), await clicks(unlimited, theirs, 'thead a')]
      console.log(`| filter click to paint | ${ms(mine)} | ${ms(hand)} | 16 ms | ${verdict(mine <= 16)} |`)
    }
  } finally {
    await unlimited.close()
    await server.close()
  }
}

const browser = await launch()
try {
  if (inPage.length > 0) await waits(browser)
  if (wanted('throughput')) await throughput(browser)
} finally {
  await browser.close()
}
