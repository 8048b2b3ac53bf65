// SPDX-License-Identifier: EUPL-1.2
import { Unzip, UnzipInflate } from 'fflate'

/** Bounds we choose. A factory folder with a week of captures stays below. */
export const unzipLimits = {
  fileBytes: 64 * 1024 * 1024,
  unpackedBytes: 256 * 1024 * 1024,
  files: 5_000,
  pathCharacters: 400,
} as const

export interface Unzipped {
  /** Path with `/` → bytes. Empty when anything is wrong: half a folder is no folder. */
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly problems: readonly {
    readonly path: string
    readonly expected: string
    readonly found: string
  }[]
}

class Stop extends Error {}

export function unzipped(bytes: Uint8Array): Unzipped {
  const refuse = (path: string, expected: string, found: string): Unzipped => ({
    files: new Map(),
    problems: [{ path: path.slice(0, 120), expected, found }],
  })
  if (bytes.length > unzipLimits.fileBytes) {
    return refuse('', `at most ${unzipLimits.fileBytes} bytes`, `${bytes.length}`)
  }
  const files = new Map<string, Uint8Array[]>()
  let refused: Unzipped | undefined
  let total = 0
  let open = 0
  const stop = (path: string, expected: string, found: string): never => {
    refused = refuse(path, expected, found)
    throw new Stop(expected)
  }
  const unzip = new Unzip((file) => {
    const path = file.name.replaceAll('\\', '/')
    if (path.endsWith('/')) return
    if (!isInside(path)) stop(path, 'a path inside the folder', 'one that leads out of it')
    if (files.has(path)) stop(path, 'every file once', 'a second one')
    if (files.size >= unzipLimits.files) stop(path, `at most ${unzipLimits.files} files`, 'more')
    const chunks: Uint8Array[] = []
    files.set(path, chunks)
    open += 1
    file.ondata = (error, chunk, isFinal) => {
      if (error !== null) stop(path, 'a whole zip', 'bytes that do not unpack')
      total += chunk.length
      if (total > unzipLimits.unpackedBytes) {
        stop(path, `at most ${unzipLimits.unpackedBytes} bytes unpacked`, 'more')
      }
      chunks.push(chunk)
      if (isFinal) open -= 1
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  try {
    unzip.push(bytes, true)
  } catch (error) {
    if (!(error instanceof Stop)) return refuse('', 'a whole zip', 'bytes that do not unpack')
  }
  if (refused !== undefined) return refused
  if (open > 0 || files.size === 0) return refuse('', 'a whole zip with files', 'none, or no end')
  const whole = [...files].map(([path, chunks]) => [path, Buffer.concat(chunks)] as const)
  return { files: new Map(whole), problems: [] }
}

function isInside(path: string): boolean {
  if (path === '' || path.length > unzipLimits.pathCharacters) return false
  if (/^[/~]|^[a-z]:|[\p{Cc}:]/iu.test(path)) return false
  return !path.split('/').some((part) => part === '' || part === '.' || part === '..')
}
