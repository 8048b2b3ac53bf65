// SPDX-License-Identifier: EUPL-1.2
// Recordings in a folder that something else writes and rotates.
import { lstatSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

export interface Recording {
  readonly path: string
  /** Name, size and time of the last change: what has been read is not read again. */
  readonly key: string
}

const endings = /\.(pcap|pcapng|cap|dmp)\d*$/

/**
 * Files that have not changed for `settledMs`, the oldest first. Links are left alone: the folder may
 * be written by others.
 */
export function settledRecordings(
  folder: string,
  { nowMs, settledMs }: { readonly nowMs: number; readonly settledMs: number },
): readonly Recording[] {
  const found: (Recording & { readonly changedMs: number })[] = []
  for (const name of readdirSync(folder)) {
    if (!endings.test(name)) continue
    const path = join(folder, name)
    const state = lstatSync(path, { throwIfNoEntry: false })
    // Rotation may take a file away between the list and the look.
    if (state === undefined || !state.isFile() || state.size === 0) continue
    if (nowMs - state.mtimeMs < settledMs) continue
    const key = `${name} ${state.size} ${Math.round(state.mtimeMs)}`
    found.push({ path, key, changedMs: state.mtimeMs })
  }
  return found.sort((a, b) => a.changedMs - b.changedMs || (a.path < b.path ? -1 : 1))
}
