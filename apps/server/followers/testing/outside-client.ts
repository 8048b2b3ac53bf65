// SPDX-License-Identifier: EUPL-1.2
// A client of tiled logs, written from C2SP tlog-tiles, tlog-checkpoint and signed-note alone: it
// imports nothing of ours, so that it can be wrong only where they are.
import { createHash, createPublicKey, verify } from 'node:crypto'

export interface Fetched {
  readonly status: number
  readonly type: string
  readonly cache: string
  readonly body: Buffer
}

export type Get = (path: string) => Promise<Fetched>

export interface Head {
  readonly origin: string
  readonly size: number
  readonly root: Buffer
}

const sha256 = (...parts: readonly Uint8Array[]) => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/** signed-note: text, empty line, signature lines; Ed25519 is type 1. */
export function openHead(note: Buffer, vkey: string): Head {
  const [name, id, ...rest] = vkey.split('+')
  const key = Buffer.from(rest.join('+'), 'base64')
  if (key[0] !== 1 || key.length !== 33) throw new Error('no Ed25519 key')
  const named = sha256(Buffer.from(`${name}\n`), key).subarray(0, 4)
  if (named.toString('hex') !== id) throw new Error('the id is not that of the key')
  const text = note.toString('utf8')
  const end = text.lastIndexOf('\n\n')
  const signed = Buffer.from(text.slice(0, end + 1))
  const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), key.subarray(1)])
  const publicKey = createPublicKey({ key: spki, format: 'der', type: 'spki' })
  const isSigned = text
    .slice(end + 2)
    .split('\n')
    .some((line) => {
      const [dash, by, encoded = ''] = line.split(' ')
      const bytes = Buffer.from(encoded, 'base64')
      if (dash !== '\u2014' || by !== name || !bytes.subarray(0, 4).equals(named)) return false
      return verify(null, signed, publicKey, bytes.subarray(4))
    })
  if (!isSigned) throw new Error('not signed by the key')
  const [origin = '', size = '', root = ''] = signed.toString('utf8').split('\n')
  return { origin, size: Number(size), root: Buffer.from(root, 'base64') }
}

/** `x001/x234/067` */
export function number(index: number): string {
  const digits = String(index).padStart(Math.ceil(String(index).length / 3) * 3, '0')
  const groups = digits.match(/\d{3}/g) ?? []
  return groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group)).join('/')
}

/** Every tile and bundle that a tree of the size has. */
export function resources(size: number): readonly { path: string; width: number }[] {
  const found: { path: string; width: number }[] = []
  for (let level = 0; ; level += 1) {
    const hashes = Math.floor(size / 256 ** level)
    if (hashes === 0) return found
    for (let tile = 0; tile * 256 < hashes; tile += 1) {
      const width = Math.min(256, hashes - tile * 256)
      const suffix = width < 256 ? `.p/${width}` : ''
      found.push({ path: `tile/${level}/${number(tile)}${suffix}`, width })
      if (level === 0) found.push({ path: `tile/entries/${number(tile)}${suffix}`, width })
    }
  }
}

/** RFC 6962, section 2.1, as it is defined. */
export function rootOf(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 0) return sha256()
  if (leaves.length === 1) return leaves[0] as Buffer
  let split = 1
  while (split * 2 < leaves.length) split *= 2
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)]
  return sha256(Buffer.of(1), rootOf(left), rootOf(right))
}

export interface Copy {
  readonly head: Head
  readonly leaves: readonly Buffer[]
  readonly entries: readonly Buffer[]
}

/**
 * Fetches everything there is to a head, and throws unless entries hash to leaves, leaves to the
 * tiles above them, and all of it to the signed root.
 */
export async function copyOf(get: Get, vkey: string): Promise<Copy> {
  const head = openHead(
    (await fetched(get, 'checkpoint', /^text\/plain; charset=utf-8$/)).body,
    vkey,
  )
  const leaves: Buffer[] = []
  const entries: Buffer[] = []
  const above = new Map<string, Buffer>()
  for (const { path, width } of resources(head.size)) {
    const { body } = await fetched(get, path, /^application\/octet-stream$/)
    if (path.startsWith('tile/entries/')) {
      const bundle = entriesIn(body)
      if (bundle.length !== width) throw new Error(`${path}: ${bundle.length} of ${width}`)
      entries.push(...bundle)
      continue
    }
    if (body.length !== width * 32) throw new Error(`${path}: ${body.length} bytes`)
    const hashes = Array.from({ length: width }, (_, at) => body.subarray(at * 32, at * 32 + 32))
    if (path.startsWith('tile/0/')) leaves.push(...hashes)
    else above.set(path, body)
  }
  for (const [at, entry] of entries.entries()) {
    if (!sha256(Buffer.of(0), entry).equals(leaves[at] ?? Buffer.alloc(0))) {
      throw new Error(`entry ${at} is not that of its tile`)
    }
  }
  let level = leaves
  for (let height = 1; level.length >= 256; height += 1) {
    const below = level
    const full = Math.floor(below.length / 256)
    level = Array.from({ length: full }, (_, at) => rootOf(below.slice(at * 256, at * 256 + 256)))
    const served = [...above].filter(([path]) => path.startsWith(`tile/${height}/`))
    const bytes = Buffer.concat(served.map(([, body]) => body))
    if (!bytes.equals(Buffer.concat(level))) throw new Error(`tiles of level ${height} differ`)
  }
  if (!rootOf(leaves).equals(head.root)) throw new Error('the tiles do not come to the signed root')
  return { head, leaves, entries }
}

/** Whether the later log begins with the earlier one, by the tiles of the later. */
export function extendsThe(earlier: Head, later: Copy): boolean {
  return (
    earlier.origin === later.head.origin &&
    earlier.size <= later.head.size &&
    rootOf(later.leaves.slice(0, earlier.size)).equals(earlier.root)
  )
}

async function fetched(get: Get, path: string, type: RegExp): Promise<Fetched> {
  const found = await get(path)
  if (found.status !== 200) throw new Error(`${path}: ${found.status}`)
  if (!type.test(found.type)) throw new Error(`${path}: ${found.type}`)
  const isMutable = path === 'checkpoint'
  const isKept = /immutable/.test(found.cache) && /max-age=[1-9]\d{4,}/.test(found.cache)
  if (isMutable === isKept) throw new Error(`${path}: cached as ${found.cache}`)
  return found
}

/** Each with its length before it, 16 bits, the largest first. */
function entriesIn(bundle: Buffer): readonly Buffer[] {
  const entries: Buffer[] = []
  for (let at = 0; at < bundle.length; ) {
    const length = bundle.readUInt16BE(at)
    if (at + 2 + length > bundle.length) throw new Error('the bundle ends within an entry')
    entries.push(bundle.subarray(at + 2, at + 2 + length))
    at += 2 + length
  }
  return entries
}
