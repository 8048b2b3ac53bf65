// SPDX-License-Identifier: EUPL-1.2
// Which files are meant: a file as it is named, a folder for the captures in it.
import { readdirSync, statSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'

export interface Source {
  /** As shown: what the person typed, or below the folder they typed. */
  readonly name: string
  readonly path: string
  readonly sizeBytes: number
}

export interface Unreadable {
  readonly name: string
  /** Of the system: `ENOENT`; or `no-captures` for a folder without any. */
  readonly code: string
}

export interface Sources {
  readonly found: readonly Source[]
  readonly unreadable: readonly Unreadable[]
}

const captureName = /\.(pcap|pcapng|cap|dmp|ntar)\d*(\.(gz|zst))?$/i

/** In the order given; the files of a folder by name. A file named twice is read once. */
export function findSources(operands: readonly string[], folder: string): Sources {
  const found = new Map<string, Source>()
  const unreadable: Unreadable[] = []
  for (const operand of operands) {
    const path = isAbsolute(operand) ? operand : join(folder, operand)
    try {
      const entry = statSync(path)
      if (!entry.isDirectory()) {
        found.set(path, { name: operand, path, sizeBytes: entry.size })
        continue
      }
      const before = found.size
      addFolder(operand, path, found, unreadable)
      if (found.size === before) unreadable.push({ name: operand, code: 'no-captures' })
    } catch (fault) {
      unreadable.push({ name: operand, code: codeOf(fault) })
    }
  }
  return { found: [...found.values()], unreadable }
}

export function codeOf(fault: unknown): string {
  const code = (fault as { code?: unknown } | null)?.code
  return typeof code === 'string' ? code : 'unknown'
}

function addFolder(
  name: string,
  path: string,
  found: Map<string, Source>,
  unreadable: Unreadable[],
): void {
  const entries = readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && captureName.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  for (const file of entries) {
    const shown = join(name, file.slice(path.length + 1))
    try {
      found.set(file, { name: shown, path: file, sizeBytes: statSync(file).size })
    } catch (fault) {
      unreadable.push({ name: shown, code: codeOf(fault) })
    }
  }
}
