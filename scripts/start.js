// Starts the program, in the page and in its workers. scripts/after-trunk writes this beside the page, with the names and the
// hashes filled in. The module is fetched with its hash, like every script and style of the page, and compiled once.
import init, * as bindings from './__JS__'

/** Starts the program in a worker, which gets the compiled module from the page. */
export const serve = (module) => init({ module_or_path: module })

// What a first visit does not run is a module of its own (scripts/split.mjs). The program asks for it once the comparison
// stands, and must have it at once where something in it is wanted earlier. A development build has none.
const rest = '__REST__' && new URL('./__REST__', import.meta.url)
let compiled
globalThis.fetchRest = async () => {
  dress()
  if (!rest || compiled) return
  try {
    compiled = await compile(rest, '__REST_INTEGRITY__')
  } catch {
    // It will be asked for again when it is needed.
  }
}
globalThis.needRest = () => {
  dress()
  try {
    compiled ??= new WebAssembly.Module(waitFor(rest))
    // Functions come in one after the other, all by one name: as they stand at the end of the first part's table.
    const { wasm } = bindings
    let place = wasm.calls.length - WebAssembly.Module.imports(compiled).filter(({ kind }) => kind === 'function').length
    const first = Object.create(wasm, { f: { get: () => wasm.calls.get(place++) } })
    new WebAssembly.Instance(compiled, { first })
  } catch (error) {
    tell('A part of the program in this page could not be fetched. Please reload when the connection is back.')
    throw error
  }
}

// The engine compiled for speed reads articles of the reader's own, and is fetched for nobody else. A development build has none.
const engineAt = (ending) => new URL('./__ENGINE__' + ending, import.meta.url)
let engine
globalThis.fetchEngine = (then) => {
  if (!'__ENGINE__') return
  engine ??= compile(engineAt('.wasm'), '__ENGINE_INTEGRITY__')
  engine.then(then, () => (engine = undefined))
}

const compile = async (url, integrity) => WebAssembly.compile(await (await fetch(url, { integrity })).arrayBuffer())

/** Has the browser take up the style of what a first visit does not show. */
function dress() {
  const later = globalThis.document?.querySelector('link[rel=later]')
  if (later) later.rel = 'stylesheet'
}

/** The bytes of a file, without another turn of the event loop. The page itself can wait so for text alone. */
function waitFor(url) {
  const request = new XMLHttpRequest()
  request.open('GET', url, false)
  request.overrideMimeType('text/plain; charset=x-user-defined')
  request.send()
  if (request.status !== 200) throw new Error(`${url} was not to be had`)
  return Uint8Array.from(request.responseText, (sign) => sign.charCodeAt(0) & 255)
}

/** Shows the note that the page keeps for a program that does not start, with its own words or these. */
function tell(words) {
  const note = globalThis.document?.getElementById('start-problem')
  if (!note) return
  if (words) note.textContent = words
  note.hidden = false
}

async function startPage() {
  // A worker starts from a blob, because the page's policy reaches such a one but not one that is started from a file's
  // address. It fetches this script at once and waits for the module. What fails is thrown where the page hears of it.
  const startWorker = (script = import.meta.url) => {
    const body = `const p=import(${JSON.stringify(script)});onmessage=e=>{onmessage=null;p.then(m=>m.serve(e.data)).catch(x=>setTimeout(()=>{throw x}))}`
    return new Worker(URL.createObjectURL(new Blob([body], { type: 'text/javascript' })), { type: 'module' })
  }

  // The first one takes a while: it sets out while the program is still on its way. The program asks for it, and for more.
  let first
  try {
    first = startWorker()
    first.onerror = () => (first = undefined)
  } catch {
    // The program will ask again, and is told why.
  }
  globalThis.takeWorker = (fast) => {
    if (fast) {
      const worker = startWorker(engineAt('.js'))
      engine.then((module) => worker.postMessage(module))
      return worker
    }
    const worker = first ?? startWorker()
    first = undefined
    return worker
  }

  try {
    const module = fetch(new URL('./__WASM__', import.meta.url), { integrity: '__INTEGRITY__' })
    // A link into a page other than the first.
    if (location.hash.includes('~')) globalThis.fetchRest()
    await init({ module_or_path: module })
    window.wasmBindings = bindings
  } catch (error) {
    tell()
    throw error
  }
}

if (globalThis.document) await startPage()
