// SPDX-License-Identifier: EUPL-1.2
import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto'

// A line of JSON that says how, then chunks of 64 KB, each AES-256-GCM under a key that scrypt made
// of the passphrase. A nonce counts the chunks and says which is the last, so that none can be
// left out, moved or cut off; the line goes into the tag of every one.

const chunkBytes = 1 << 16
const tagBytes = 16
const saltBytes = 16
const longestLine = 1_000
/** 128 MB of memory and a third of a second, for whoever guesses too. */
const cost = { n: 1 << 17, r: 8, p: 1 } as const
/** More than this nobody of ours has written, and would only hold up the machine. */
const mostCost = 1 << 20

export const shortestPassphrase = 12

/** What cannot be opened, with a code that the reader of archives knows as its own. */
export class SealedError extends Error {
  readonly code = 'SEALED'
  /** Nothing at all could be opened: most likely another passphrase. */
  readonly isFirst: boolean

  constructor(message: string, isFirst = false) {
    super(message)
    this.isFirst = isFirst
  }
}

export async function* seal(
  source: AsyncIterable<Uint8Array>,
  passphrase: string,
): AsyncGenerator<Buffer> {
  const salt = randomBytes(saltBytes)
  const line = Buffer.from(
    `${JSON.stringify({
      schema: 'schouw/sealed/1',
      kdf: 'scrypt',
      ...cost,
      salt: salt.toString('base64'),
      cipher: 'aes-256-gcm',
      chunk_bytes: chunkBytes,
    })}\n`,
  )
  const key = keyOf(passphrase, salt, cost)
  yield line
  let number = 0
  const close = (bytes: Buffer, isLast: boolean) => {
    const cipher = createCipheriv('aes-256-gcm', key, nonce(number, isLast))
    cipher.setAAD(line)
    number += 1
    return Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
  }
  let held: Buffer[] = []
  let length = 0
  for await (const chunk of source) {
    held.push(Buffer.from(chunk))
    length += chunk.length
    // The last one is known only when nothing comes behind it.
    if (length <= chunkBytes) continue
    const all = Buffer.concat(held)
    let at = 0
    for (; all.length - at > chunkBytes; at += chunkBytes) {
      yield close(all.subarray(at, at + chunkBytes), false)
    }
    held = [all.subarray(at)]
    length = all.length - at
  }
  yield close(Buffer.concat(held), true)
}

/** Throws `SealedError` at the first chunk that is not as it was written. */
export async function* unseal(
  source: AsyncIterable<Uint8Array>,
  passphrase: string,
): AsyncGenerator<Buffer> {
  const chunks = source[Symbol.asyncIterator]()
  let held: Buffer = Buffer.alloc(0)
  const more = async () => {
    const step = await chunks.next()
    if (step.done === true) return false
    held = Buffer.concat([held, step.value])
    return true
  }
  while (held.indexOf(0x0a) < 0) {
    if (held.length > longestLine || !(await more())) throw new SealedError('no first line', true)
  }
  const line = held.subarray(0, held.indexOf(0x0a) + 1)
  const how = settingsOf(line)
  const key = keyOf(passphrase, how.salt, how)
  held = held.subarray(line.length)
  const whole = chunkBytes + tagBytes
  let number = 0
  const open = (bytes: Buffer, isLast: boolean) => {
    if (bytes.length < tagBytes) throw new SealedError('cut short')
    const decipher = createDecipheriv('aes-256-gcm', key, nonce(number, isLast))
    decipher.setAAD(line)
    decipher.setAuthTag(bytes.subarray(-tagBytes))
    try {
      const opened = Buffer.concat([
        decipher.update(bytes.subarray(0, -tagBytes)),
        decipher.final(),
      ])
      number += 1
      return opened
    } catch {
      throw new SealedError(`chunk ${number} is not as it was written`, number === 0)
    }
  }
  for (;;) {
    while (held.length <= whole) {
      if (await more()) continue
      yield open(held, true)
      return
    }
    let at = 0
    for (; held.length - at > whole; at += whole) yield open(held.subarray(at, at + whole), false)
    held = Buffer.from(held.subarray(at))
  }
}

interface Cost {
  readonly n: number
  readonly r: number
  readonly p: number
}

function settingsOf(line: Buffer): Cost & { readonly salt: Buffer } {
  try {
    const { schema, kdf, cipher, chunk_bytes, n, r, p, salt } = JSON.parse(line.toString('latin1'))
    const isKnown = schema === 'schouw/sealed/1' && kdf === 'scrypt' && cipher === 'aes-256-gcm'
    const isPower = Number.isInteger(Math.log2(n)) && n >= 2 ** 14
    const isBounded = isPower && n <= mostCost && r === 8 && p >= 1 && p <= 4
    if (isKnown && isBounded && chunk_bytes === chunkBytes) {
      return { n, r, p, salt: Buffer.from(String(salt), 'base64') }
    }
  } catch {
    // Said below.
  }
  throw new SealedError('its first line is not of a version that is known', true)
}

function keyOf(passphrase: string, salt: Buffer, { n, r, p }: Cost): Buffer {
  // The same words typed on two machines are the same passphrase.
  const words = passphrase.normalize('NFC')
  return scryptSync(words, salt, 32, { N: n, r, p, maxmem: 256 * n * r })
}

function nonce(number: number, isLast: boolean): Buffer {
  const bytes = Buffer.alloc(12)
  bytes.writeUIntBE(number, 5, 6)
  bytes[11] = isLast ? 1 : 0
  return bytes
}
