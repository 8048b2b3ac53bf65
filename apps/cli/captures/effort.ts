// SPDX-License-Identifier: EUPL-1.2
// How hard the engine below us works: its choices suit servers that run for weeks, not a command
// that reads a file and ends.
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { Source } from './sources.ts'

// Below this the last compiler of V8 takes more processor time than it saves: a third of all time
// at 20 MB, even at 300 MB.
const shortWorkBytes = 250_000_000
/** Captures pack about so. */
const usualPacking = 5

/**
 * Leaves the last compiler out for short work, and takes it back in for long. V8 looks at this
 * flag whenever it decides about a function, so it may change while running.
 */
export function measureEffort(sources: readonly Source[]): void {
  let bytes = 0
  for (const { name, sizeBytes } of sources) {
    bytes += /\.(gz|zst)$/i.test(name) ? sizeBytes * usualPacking : sizeBytes
  }
  setFlagsFromString(bytes < shortWorkBytes ? '--no-turbofan' : '--turbofan')
}

/**
 * Leaves the last compiler out again once everything is read: an answer is made once, and at 300 MB
 * compiling what makes it took longer than making it.
 */
export function easeEffort(): void {
  setFlagsFromString('--no-turbofan')
}

// Collecting takes half a tenth of a second: not worth it for less.
const muchMemoryBytes = 140_000_000

/** Gives back what reading needed before the answer is made beside it. */
export function returnMemory(): void {
  if (process.memoryUsage.rss() >= muchMemoryBytes) collect()
}

/** While reading, garbage may come to a fourth of what is in use before it is looked for. */
const patience = 1.25
let enoughBytes = muchMemoryBytes

/** Keeps the peak down: left to itself the engine lets its heap double first. */
export function keepMemoryDown(): void {
  if (process.memoryUsage.rss() < enoughBytes) return
  collect()
  enoughBytes = Math.max(muchMemoryBytes, process.memoryUsage.rss() * patience)
}

function collect(): void {
  setFlagsFromString('--expose-gc')
  const collector: unknown = runInNewContext('gc')
  setFlagsFromString('--no-expose-gc')
  // Any lesser collection keeps the pages for later, and there is no later.
  if (typeof collector === 'function') collector({ type: 'major', flavor: 'last-resort' })
}
