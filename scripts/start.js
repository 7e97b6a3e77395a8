// Starts the program. scripts/after-trunk writes this beside the page, with the names and the hash filled in.
// The module is fetched with its hash, like every script and style of the page.
import init, * as bindings from './__JS__'

try {
  const module = fetch(new URL('./__WASM__', import.meta.url), { integrity: '__INTEGRITY__' })
  await init({ module_or_path: module })
  window.wasmBindings = bindings
} catch (error) {
  const note = document.getElementById('start-problem')
  if (note) note.hidden = false
  throw error
}
