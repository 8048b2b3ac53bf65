// SPDX-License-Identifier: EUPL-1.2
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Baseline } from '@schouw/core/baseline'
import { readBaseline } from '@schouw/formats/baseline'

/** A folder that takes longer than this is measured by hand, on the command line. */
const longestMs = 120_000

const sources = join(import.meta.dirname, '../../../cli/main.ts')

/**
 * The nulmeting of a folder, captures and all, by the command in a process of its own: captures
 * come from strangers and take the time they take. Null when it could not be made.
 */
export async function measuredFolder(
  folder: string,
  signal?: AbortSignal,
): Promise<Baseline | null> {
  const out = await mkdtemp(join(tmpdir(), 'schouw-measured-'))
  try {
    const programs = process.env['SCHOUW_PROGRAMS']
    const joined = programs === undefined ? undefined : join(programs, 'cli.mjs')
    const command = joined !== undefined && existsSync(joined) ? joined : sources
    const isDone = await ran([command, 'nulmeting', folder, '--out', out], signal)
    if (!isDone) return null
    return readBaseline(await readFile(join(out, 'baseline.json'))).baseline ?? null
  } finally {
    await rm(out, { recursive: true, force: true })
  }
}

function ran(words: readonly string[], signal?: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...words], {
      stdio: 'ignore',
      timeout: longestMs,
      killSignal: 'SIGKILL',
      ...(signal === undefined ? {} : { signal }),
    })
    child.on('error', () => resolve(false))
    child.on('exit', (code) => resolve(code === 0))
  })
}
