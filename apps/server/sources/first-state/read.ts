// SPDX-License-Identifier: EUPL-1.2
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { readBaseline } from '@schouw/formats/baseline'
import { readFactory } from '@schouw/formats/factory'
import { unzipped } from '@schouw/formats/unzip'
import { measuredFolder } from './measure.ts'
import { readRegisters } from './registers.ts'
import type { FirstInputs } from './state.ts'

const registersFile = 'registers.yaml'

export interface ReadProblem {
  readonly path: string
  readonly line: number | null
  readonly expected: string
  readonly found: string
}

export type FirstRead =
  | { readonly first: FirstInputs; readonly problems: readonly ReadProblem[] }
  | { readonly first?: undefined; readonly problems: readonly ReadProblem[] }

/** A `baseline.json`, or a zip of a factory folder, with its `baseline.json` in it or without. */
export async function readFirst(bytes: Uint8Array, signal?: AbortSignal): Promise<FirstRead> {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  if (isZip) return readZip(bytes, signal)
  const read = readBaseline(bytes)
  if (read.baseline === undefined) return { problems: read.problems.map(placed) }
  return { first: { inputs: null, baseline: read.baseline }, problems: [] }
}

async function readZip(bytes: Uint8Array, signal?: AbortSignal): Promise<FirstRead> {
  const { files, problems } = unzipped(bytes)
  if (problems.length > 0) return { problems: problems.map(placed) }
  const folder = await mkdtemp(join(tmpdir(), 'schouw-first-'))
  try {
    for (const [path, content] of files) {
      const to = join(folder, path)
      await mkdir(dirname(to), { recursive: true })
      await writeFile(to, content)
    }
    return await readFolder(await rootOf(folder), signal)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Zips made of a folder have that folder on top. */
async function rootOf(folder: string): Promise<string> {
  const [only, ...more] = (await readdir(folder)).filter((name) => !name.startsWith('__MACOSX'))
  if (only === undefined || more.length > 0) return folder
  const below = join(folder, only)
  return (await stat(below)).isDirectory() ? below : folder
}

/**
 * The folder of a nulmeting; what was measured in it is read when it lies there too. Measuring ends
 * by the signal, and then nothing of it is read.
 */
export async function readFolder(folder: string, signal?: AbortSignal): Promise<FirstRead> {
  const outcome = await readFactory(folder)
  const measured = await readFile(join(folder, 'baseline.json')).catch(() => undefined)
  const read = measured === undefined ? undefined : readBaseline(measured)
  // Without a measurement in it, the folder is measured now.
  const baseline =
    measured === undefined ? await measuredFolder(folder, signal) : (read?.baseline ?? null)
  const missing = baseline === null ? [unmeasured] : []
  const problems = read === undefined ? missing : problemsIn(read)
  if (outcome.factory === undefined) {
    if (baseline === null) return { problems: [...problems, ...outcome.problems] }
    return { first: { inputs: null, baseline }, problems }
  }
  const bytes = await readFile(join(folder, registersFile)).catch(() => undefined)
  const more = bytes === undefined ? undefined : readRegisters(registersFile, bytes)
  return {
    first: {
      ...{ inputs: outcome.factory, baseline },
      ...(more === undefined ? {} : { registers: more.given }),
    },
    problems: [...problems, ...outcome.factory.rejected, ...(more?.problems ?? [])],
  }
}

/** The registers are filled from the lists in it alone, and that is said. */
const unmeasured: ReadProblem = {
  path: 'captures',
  line: null,
  expected: 'recordings that can be measured',
  found: 'a measurement that did not come to its end',
}

function problemsIn(read: ReturnType<typeof readBaseline>): readonly ReadProblem[] {
  if (read.baseline !== undefined) return []
  return read.problems.map((one) => ({ ...placed(one), path: `baseline.json${one.path}` }))
}

const placed = ({ path, expected, found }: Omit<ReadProblem, 'line'>): ReadProblem => ({
  path,
  line: null,
  expected,
  found,
})
