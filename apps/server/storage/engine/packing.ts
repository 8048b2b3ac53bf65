// SPDX-License-Identifier: EUPL-1.2
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'

interface Index {
  readonly folders: readonly string[]
  readonly files: readonly { readonly name: string; readonly size: number }[]
}

/** A line of JSON with names and sizes, then the files one after the other, all of it gzipped. */
export function packed(directory: string): Uint8Array {
  const all = readdirSync(directory, { recursive: true, withFileTypes: true })
  const named = all.map((one) => ({
    one,
    name: relative(directory, join(one.parentPath, one.name)),
  }))
  const files = named
    .filter(({ one, name }) => one.isFile() && name !== 'postmaster.pid')
    .map(({ name }) => ({ name, bytes: readFileSync(join(directory, name)) }))
  const index: Index = {
    folders: ['.', ...named.filter(({ one }) => one.isDirectory()).map(({ name }) => name)],
    files: files.map(({ name, bytes }) => ({ name, size: bytes.length })),
  }
  const head = Buffer.from(`${JSON.stringify(index)}\n`)
  return gzipSync(Buffer.concat([head, ...files.map(({ bytes }) => bytes)]))
}

/**
 * Puts the template's files where the database is to be. All of them are on disk before the folder
 * gets its name, so a first start that is interrupted leaves no half a database.
 */
export async function unpackTemplate(template: string, directory: string): Promise<void> {
  const half = `${directory}.new`
  rmSync(half, { recursive: true, force: true })
  const files = unpacked(readFileSync(template))
  for (const name of files.folders) mkdirSync(join(half, name), { recursive: true, mode: 0o700 })
  for (const { name, bytes } of files.files) {
    writeFileSync(join(half, name), bytes, { mode: 0o600 })
  }
  await synced(files.files.map(({ name }) => join(half, name)))
  renameSync(half, directory)
}

function unpacked(template: Uint8Array): {
  readonly folders: readonly string[]
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[]
} {
  const bytes = gunzipSync(template)
  const end = bytes.indexOf('\n')
  // Written by `packed`, in a file whose name says by which version.
  const index = JSON.parse(bytes.toString('utf8', 0, end)) as Index
  let at = end + 1
  const files = index.files.map(({ name, size }) => {
    at += size
    return { name, bytes: bytes.subarray(at - size, at) }
  })
  return { folders: index.folders, files }
}

/** Some at a time: the disk then writes its journal once for many. */
const atOnce = 64

async function synced(paths: readonly string[]): Promise<void> {
  let next = 0
  const worker = async () => {
    while (next < paths.length) {
      const path = paths[next] as string
      next += 1
      const file = await open(path, 'r+')
      await file.sync()
      await file.close()
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}
