// SPDX-License-Identifier: EUPL-1.2
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { pcap, pcapng } from '../../fixtures/frames/index.ts'
import { hazards } from '../../fixtures/hazards/index.ts'
import { mixFrames } from '../../fixtures/mix/index.ts'

/** Shared captures above this are left out: a case should be small. */
const largestBytes = 30_000
const framesPerFile = 12

let made: readonly Uint8Array[] | undefined

/**
 * Captures to change: our own frames a few at a time, the hazards, and the small shared captures
 * where they are.
 */
export function sources(): readonly Uint8Array[] {
  made ??= [...ours(), ...hazards.map((hazard) => hazard.file()), ...shared()]
  return made
}

function ours(): Uint8Array[] {
  const frames = mixFrames()
  const files: Uint8Array[] = []
  for (let at = 0; at < frames.length; at += framesPerFile) {
    const some = frames.slice(at, at + framesPerFile)
    files.push(pcap(some), pcapng(some))
  }
  return files
}

function shared(): Uint8Array[] {
  const folder = join(import.meta.dirname, '../../../shared/captures')
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.pcap(ng)?$/.test(name))
    .sort()
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).size <= largestBytes)
    .map((path) => new Uint8Array(readFileSync(path)))
}
