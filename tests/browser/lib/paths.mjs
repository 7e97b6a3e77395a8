// Where things lie, and which outside data is at hand.

import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder. */
export const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
/** The built page. */
export const DIST = resolve(ROOT, process.env.DIST || 'dist')
/** The native command line, as scripts/test builds it. */
export const CLI = resolve(ROOT, process.env.DEMARCHE_CLI || 'target/release/demarche')
/** The bundled dossier. */
export const DOSSIER = 'missile-defence'

/** A folder of outside data named in the environment, or null where there is none. */
export function outside(name) {
  const folder = process.env[name]
  return folder && existsSync(folder) ? resolve(folder) : null
}

/** A file of the project. */
export const inRoot = (...parts) => join(ROOT, ...parts)
