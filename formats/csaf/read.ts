// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import {
  closeSync,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import type { Problem } from '../problem/index.ts'
import { eachInZip } from './archive.ts'
import { documentLimits } from './limits.ts'
import { documentValue } from './value.ts'

/** A document as it came, not yet judged. */
export interface JsonDocument {
  /** As the reader was told: relative to the folder, with `/`. */
  readonly path: string
  /** SHA-256 of the bytes, hexadecimal. */
  readonly sha256: string
  readonly value: unknown
}

interface Sink {
  readonly document: (document: JsonDocument) => void
  readonly problem: (problem: Problem) => void
}

/**
 * Hands on every document in JSON, or in the XML of CycloneDX, under a path: a file, a folder with its folders, or a zip. One
 * document is in memory at a time. Beside a document a `.sha256` or `.sha512` is checked.
 */
export function eachDocument(path: string, sink: Sink): void {
  const name = path.split(/[\\/]/).at(-1) ?? path
  let isFolder = false
  try {
    isFolder = statSync(path).isDirectory()
  } catch {
    sink.problem(problemOf(name, 'a readable file or folder', 'nothing'))
    return
  }
  if (isFolder) readFolder(path, sink)
  else readOne(path, name, sink)
}

function readFolder(folder: string, sink: Sink): void {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile() && /\.(?:json|xml|zip)$/i.test(one.name))
    .map((one) => join(one.parentPath, one.name))
    .sort()
  for (const file of files.slice(0, documentLimits.folderFiles)) {
    readOne(
      file,
      file
        .slice(folder.length)
        .replace(/^[\\/]+/, '')
        .replaceAll('\\', '/'),
      sink,
    )
  }
  if (files.length > documentLimits.folderFiles) {
    sink.problem(problemOf('', `at most ${documentLimits.folderFiles} files`, `${files.length}`))
  }
}

function readOne(path: string, name: string, sink: Sink): void {
  const isZip = /\.zip$/i.test(name)
  const limit = isZip ? documentLimits.archiveBytes : documentLimits.documentBytes
  const bytes = bytesOf(path, limit)
  if (typeof bytes === 'string') {
    sink.problem(problemOf(name, `a file of at most ${limit >> 20} MB`, bytes))
    return
  }
  if (isZip) {
    const trouble = eachInZip(bytes, (inner, content) => {
      if (content === 'too-large')
        sink.problem(problemOf(`${name}/${inner}`, 'a smaller file', 'more'))
      else documentOf(`${name}/${inner}`, content, sink)
    })
    if (trouble !== undefined) sink.problem(problemOf(name, 'a whole zip', trouble))
    return
  }
  const wrong = wrongDigest(path, bytes)
  if (wrong !== undefined) {
    sink.problem(problemOf(name, `the bytes ${name}.${wrong} stands for`, 'other bytes'))
  }
  documentOf(name, bytes, sink)
}

function bytesOf(path: string, limit: number): Uint8Array | string {
  try {
    const file = openSync(path, 'r')
    try {
      const { size } = fstatSync(file)
      if (size > limit) return `${Math.ceil(size / (1 << 20))} MB`
      return readFileSync(file)
    } finally {
      closeSync(file)
    }
  } catch (fault) {
    return String((fault as NodeJS.ErrnoException).code ?? 'an unreadable file')
  }
}

function documentOf(path: string, bytes: Uint8Array, sink: Sink): void {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const { value, problem } = documentValue(bytes)
  if (problem !== undefined) sink.problem(problemOf(path, problem.expected, problem.found))
  else if (value !== undefined) sink.document({ path, sha256, value })
}

/** The name of the digest that does not fit; undefined where all fit or none is there. */
function wrongDigest(path: string, bytes: Uint8Array): 'sha256' | 'sha512' | undefined {
  for (const algorithm of ['sha256', 'sha512'] as const) {
    const written = firstWord(`${path}.${algorithm}`)
    if (written === undefined) continue
    if (createHash(algorithm).update(bytes).digest('hex') !== written) return algorithm
  }
  return undefined
}

function firstWord(path: string): string | undefined {
  let file: number
  try {
    file = openSync(path, 'r')
  } catch {
    return undefined
  }
  try {
    const bytes = Buffer.alloc(256)
    const length = readSync(file, bytes, 0, 256, 0)
    return bytes.toString('latin1', 0, length).trim().split(/\s/)[0]?.toLowerCase()
  } finally {
    closeSync(file)
  }
}

function problemOf(path: string, expected: string, found: string): Problem {
  return { path, line: null, column: null, expected, found }
}
