// SPDX-License-Identifier: EUPL-1.2
// `node bin/run.mjs bench/capture/files.ts [NAME…]` makes the benchmark's captures in bench/files.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { generate, type Made } from './generate.ts'
import { type RecipeName, recipes, recipeVersion } from './recipes.ts'

const folder = join(import.meta.dirname, '../files')

export interface BenchFile extends Made {
  readonly path: string
}

/** Makes the file unless it is there; two runs at once do not disturb each other. */
export function benchFile(name: RecipeName): BenchFile {
  const path = join(folder, `${name}.pcap`)
  const note = join(folder, `${name}.json`)
  if (existsSync(path) && existsSync(note)) {
    const { version, ...made } = JSON.parse(readFileSync(note, 'utf8'))
    if (version === recipeVersion) return { path, ...made }
  }
  mkdirSync(folder, { recursive: true })
  const started = performance.now()
  const unfinished = `${path}.${process.pid}`
  const made = generate(recipes[name], unfinished)
  renameSync(unfinished, path)
  writeFileSync(note, JSON.stringify({ version: recipeVersion, ...made }))
  const seconds = (performance.now() - started) / 1000
  const speed = Math.round(made.bytes / 1e6 / seconds)
  console.error(`bench: made ${name}: ${made.packets} packets, ${speed} MB/s`)
  return { path, ...made }
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const wanted = process.argv.slice(2)
  for (const name of Object.keys(recipes) as RecipeName[]) {
    if (wanted.length === 0 || wanted.includes(name)) console.log(JSON.stringify(benchFile(name)))
  }
}
