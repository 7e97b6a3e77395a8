// The generated country list is what its generator writes from the package and the hand file.

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import test from 'node:test'
import { fileURLToPath } from 'node:url'
import { inRoot } from './lib/paths.mjs'

test('lexicon/countries.txt is fresh', () => {
  const written = execFileSync(process.execPath, [inRoot('scripts/generate-countries.mjs')], {
    // The generator finds world-countries from its working directory.
    cwd: fileURLToPath(new URL('.', import.meta.url)),
    encoding: 'utf8',
    maxBuffer: 16 * 1024 * 1024,
  })
  assert.equal(readFileSync(inRoot('lexicon/countries.txt'), 'utf8'), written, 'run scripts/generate-countries.mjs again')
})
