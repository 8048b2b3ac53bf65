// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { SealedError, seal, unseal } from './sealed.ts'
import { archiveEnd, BrokenArchive, padding, partHeader, readArchive } from './tar.ts'

async function* cut(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function all(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of source) chunks.push(chunk)
  return Buffer.concat(chunks)
}

const words = 'a passphrase of some words'
const chunk = 1 << 16

describe('what is sealed', () => {
  for (const length of [0, 1, chunk - 1, chunk, chunk + 1, 3 * chunk, 3 * chunk + 5]) {
    it(`comes back whole, ${length} bytes, however it is cut`, async () => {
      const bytes = Buffer.alloc(length, 'bytes ')
      const sealed = await all(seal(cut(bytes, 9_973), words))
      for (const size of [997, chunk, 1 << 20]) {
        assert.ok((await all(unseal(cut(sealed, size), words))).equals(bytes))
      }
    })
  }

  it('opens neither cut short, nor longer, nor with chunks moved, nor with a bit flipped', async () => {
    const sealed = await all(seal(cut(Buffer.alloc(2 * chunk + 100, 'x'), 1 << 20), words))
    const head = sealed.indexOf(0x0a) + 1
    const whole = chunk + 16
    const parts = [0, 1].map((n) => sealed.subarray(head + n * whole, head + (n + 1) * whole))
    const rest = sealed.subarray(head + 2 * whole)
    const first = sealed.subarray(0, head)
    const wrong: readonly Uint8Array[] = [
      sealed.subarray(0, -1),
      sealed.subarray(0, -rest.length),
      sealed.subarray(0, head),
      sealed.subarray(0, head - 1),
      Buffer.concat([sealed, Buffer.from('x')]),
      Buffer.concat([first, ...parts.toReversed(), rest]),
      Buffer.concat([first, parts[0] ?? first, rest]),
      ...[head - 2, head, head + whole, sealed.length - 1].map((at) => {
        const bytes = Buffer.from(sealed)
        bytes[at] = (bytes[at] ?? 0) ^ 1
        return bytes
      }),
    ]
    for (const [at, bytes] of wrong.entries()) {
      await assert.rejects(all(unseal(cut(bytes, 50_000), words)), SealedError, String(at))
    }
    await assert.rejects(all(unseal(cut(sealed, 50_000), 'another one')), SealedError)
  })
})

describe('an archive', () => {
  const name = fc.stringMatching(/^[a-z0-9_-]{1,60}(\/[a-z0-9_-]{1,60}){0,2}$/)
  const parts = fc.array(fc.record({ name, bytes: fc.uint8Array({ maxLength: 1_500 }) }), {
    maxLength: 6,
  })
  const written = (list: readonly { name: string; bytes: Uint8Array }[]) =>
    Buffer.concat([
      ...list.flatMap(({ name, bytes }) => [
        partHeader({ name, bytes: bytes.length }),
        bytes,
        padding(bytes.length),
      ]),
      archiveEnd,
    ])
  const read = async (source: AsyncIterable<Uint8Array>) => {
    const found: { name: string; bytes: Uint8Array }[] = []
    await readArchive(source, async ({ name }, bytes) => {
      found.push({ name, bytes: new Uint8Array(await all(bytes)) })
    })
    return found
  }

  it('comes back as it was written, however it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(parts, fc.integer({ min: 1, max: 3_000 }), async (list, size) => {
        assert.deepEqual(
          await read(cut(written(list), size)),
          list.map((one) => ({ ...one })),
        )
      }),
    )
  })

  it('is broken when cut short at any byte, or when something follows', async () => {
    const list = [
      { name: 'a/b', bytes: new Uint8Array(700) },
      { name: 'c', bytes: new Uint8Array(512) },
    ]
    const bytes = written(list)
    for (let length = 0; length < bytes.length; length += 101) {
      await assert.rejects(read(cut(bytes.subarray(0, length), 512)), BrokenArchive)
    }
    const more = Buffer.concat([bytes, Buffer.from('x')])
    await assert.rejects(read(cut(more, 512)), BrokenArchive)
  })

  it('takes any bytes without another fault', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), async (bytes) => {
        await read(cut(bytes, 100)).catch((error) => assert.ok(error instanceof BrokenArchive))
      }),
    )
  })

  it('holds sizes beyond eight gigabytes', async () => {
    const part = { name: 'files/large', bytes: 2 ** 36 + 7 }
    let seen: unknown
    const stop = new TypeError('enough')
    const reading = readArchive(cut(partHeader(part), 512), async (found) => {
      seen = found
      throw stop
    })
    await assert.rejects(reading, stop)
    assert.deepEqual(seen, part)
  })
})
