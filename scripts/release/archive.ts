// SPDX-License-Identifier: EUPL-1.2
import { createReadStream, createWriteStream, lstatSync, readdirSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'

// POSIX.1-2017, pax, "ustar Interchange Format".
const block = 512

interface Member {
  readonly name: string
  /** Where its bytes are; what it points to when it is a link. */
  readonly file: string
  readonly bytes: number
  readonly mode: number
  readonly target: string | undefined
}

/**
 * Packs a folder under a name, always to the same bytes: members in the order of their names, all
 * of one time, of nobody in particular, runnable or not and nothing else.
 */
export async function pack(options: {
  readonly folder: string
  readonly as: string
  readonly file: string
  /** Seconds since 1970. */
  readonly time: number
}): Promise<void> {
  const { folder, as, file, time } = options
  const members = [...membersOf(folder, as)].sort((a, b) => (a.name < b.name ? -1 : 1))
  const bytes = Readable.from(archive(members, time))
  await pipeline(bytes, createGzip({ level: 9 }), createWriteStream(file))
}

async function* archive(members: readonly Member[], time: number): AsyncGenerator<Uint8Array> {
  for (const member of members) {
    yield header(member, time)
    if (member.target !== undefined) continue
    for await (const chunk of createReadStream(member.file)) yield chunk
    yield Buffer.alloc((block - (member.bytes % block)) % block)
  }
  yield Buffer.alloc(2 * block)
}

function* membersOf(folder: string, name: string): Generator<Member> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = join(folder, entry.name)
    const own = `${name}/${entry.name}`
    if (entry.isDirectory()) yield* membersOf(file, own)
    else if (entry.isSymbolicLink()) {
      yield { name: own, file, bytes: 0, mode: 0o777, target: readlinkSync(file) }
    } else {
      const { size, mode } = lstatSync(file)
      const isRunnable = (mode & 0o100) !== 0
      yield { name: own, file, bytes: size, mode: isRunnable ? 0o755 : 0o644, target: undefined }
    }
  }
}

/** Of one member; a name that fits nowhere is a fault of ours. */
export function header(member: Omit<Member, 'file'>, time: number): Buffer {
  const { name, bytes, mode, target } = member
  const cut = Buffer.byteLength(name) <= 100 ? -1 : name.indexOf('/', name.length - 101)
  const last = name.slice(cut + 1)
  const isFit = Buffer.byteLength(last) <= 100 && cut <= 155 && (target ?? '').length <= 100
  if (!isFit || last === '') throw new Error(`the name of a member is too long: ${name}`)
  const made = Buffer.alloc(block)
  const octal = (value: number, at: number, length: number) =>
    made.write(`${value.toString(8).padStart(length - 1, '0')}\0`, at)
  made.write(last, 0)
  if (cut > 0) made.write(name.slice(0, cut), 345)
  octal(mode, 100, 8)
  octal(0, 108, 8)
  octal(0, 116, 8)
  octal(bytes, 124, 12)
  octal(time, 136, 12)
  made.write(target === undefined ? '0' : '2', 156)
  if (target !== undefined) made.write(target, 157)
  made.write('ustar\x0000', 257)
  made.write('        ', 148)
  const sum = made.reduce((total, byte) => total + byte, 0)
  made.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return made
}
