// Starts the program, in the page and in its workers. scripts/after-trunk writes this beside the page, with the names and the
// hash filled in. The module is fetched with its hash, like every script and style of the page, and compiled once.
import init, * as bindings from './__JS__'

// A worker starts from a blob, because the page's policy reaches such a one but not one that is started from a file's address.
// It fetches the script at once and waits for the module. What fails is thrown where the page hears of it.
const program = JSON.stringify(new URL('./__JS__', import.meta.url).href)
const body = `const p=import(${program});onmessage=e=>{onmessage=null;p.then(m=>m.default({module_or_path:e.data})).catch(x=>setTimeout(()=>{throw x}))}`
const startWorker = () => new Worker(URL.createObjectURL(new Blob([body], { type: 'text/javascript' })), { type: 'module' })

// The first one takes a while: it sets out while the program is still on its way. The program asks for it, and for more.
let first
try {
  first = startWorker()
  first.onerror = () => (first = undefined)
} catch {
  // The program will ask again, and is told why.
}
globalThis.takeWorker = () => {
  const worker = first ?? startWorker()
  first = undefined
  return worker
}

try {
  const module = fetch(new URL('./__WASM__', import.meta.url), { integrity: '__INTEGRITY__' })
  await init({ module_or_path: module })
  window.wasmBindings = bindings
} catch (error) {
  const note = document.getElementById('start-problem')
  if (note) note.hidden = false
  throw error
}
