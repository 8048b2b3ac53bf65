// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { before, describe, it } from 'node:test'
import fc from 'fast-check'
import { createMessage, enums, generateKey, type PrivateKey, revokeKey, sign } from 'openpgp'
import { Keyring, readKeys } from './index.ts'

const document = Buffer.from('{"document":{"title":"Überlauf"}}\n')

async function madeKey(options: { readonly date?: Date; readonly seconds?: number } = {}) {
  const { date, seconds } = options
  const { privateKey } = await generateKey({
    userIDs: [{ name: 'Lampworks PSIRT', email: 'psirt@lampworks.example' }],
    format: 'object',
    ...(date === undefined ? {} : { date }),
    ...(seconds === undefined ? {} : { keyExpirationTime: seconds }),
  })
  return privateKey
}

async function signed(key: PrivateKey, bytes: Uint8Array, options: object = {}) {
  const message = await createMessage({ binary: new Uint8Array(bytes) })
  const text = await sign({ message, signingKeys: key, detached: true, ...options })
  return Buffer.from(text as string)
}

describe('a detached signature', () => {
  let key: PrivateKey
  let ring: Keyring
  let signature: Buffer

  before(async () => {
    key = await madeKey()
    ring = await Keyring.of([key.toPublic().armor()])
    signature = await signed(key, document)
  })

  it('is good over the bytes that were signed, and says by whom', async () => {
    const fingerprint = key.getFingerprint().toUpperCase()
    assert.deepEqual(await ring.check(document, signature), { state: 'good', fingerprint })
  })

  it('is bad over any other bytes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(document.length - 1),
        fc.integer({ min: 1, max: 255 }),
        async (at, by) => {
          const other = Buffer.from(document)
          other[at] = (other[at] ?? 0) ^ by
          assert.equal((await ring.check(other, signature)).state, 'bad')
        },
      ),
      { numRuns: 20 },
    )
  })

  it('of somebody who was not accepted is unknown', async () => {
    const stranger = await Keyring.of([(await madeKey()).toPublic().armor()])
    assert.deepEqual(await stranger.check(document, signature), {
      state: 'unknown_key',
      fingerprint: null,
    })
    assert.equal((await (await Keyring.of([])).check(document, signature)).state, 'unknown_key')
  })

  it('by one accepted key among strangers is good', async () => {
    const message = await createMessage({ binary: new Uint8Array(document) })
    const signingKeys = [await madeKey(), key]
    const both = Buffer.from((await sign({ message, signingKeys, detached: true })) as string)
    assert.equal((await ring.check(document, both)).state, 'good')
  })

  it('of a time within the life of a key that has ended since is good', async () => {
    const begun = new Date('2020-01-01T00:00:00Z')
    const old = await madeKey({ date: begun, seconds: 86_400 * 365 })
    const oldRing = await Keyring.of([old.toPublic().armor()])
    const within = await signed(old, document, { date: new Date('2020-06-01T00:00:00Z') })
    assert.equal((await oldRing.check(document, within)).state, 'good')
  })

  it('of a revoked key is bad', async () => {
    const flag = enums.reasonForRevocation.keyCompromised
    const { publicKey } = await revokeKey({ key, reasonForRevocation: { flag }, format: 'object' })
    const revoked = await Keyring.of([publicKey.armor()])
    assert.equal((await revoked.check(document, signature)).state, 'bad')
  })

  it('that is none is unreadable, whatever it holds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        assert.notEqual((await ring.check(document, bytes)).state, 'good')
        assert.ok(Array.isArray(await readKeys(bytes)))
      }),
      { numRuns: 60 },
    )
    const cut = signature.subarray(0, signature.length / 2)
    assert.notEqual((await ring.check(document, cut)).state, 'good')
  })
})

describe('keys', () => {
  it('are read with fingerprint and owner, armoured or not; private ones are not taken', async () => {
    const key = await madeKey()
    const publicKey = key.toPublic()
    const [one] = await readKeys(Buffer.from(publicKey.armor()))
    assert.equal(one?.fingerprint, key.getFingerprint().toUpperCase())
    assert.equal(one?.owner, 'Lampworks PSIRT <psirt@lampworks.example>')
    const [same] = await readKeys(publicKey.write() as Uint8Array)
    assert.equal(same?.fingerprint, one?.fingerprint)
    assert.deepEqual(await readKeys(Buffer.from(key.armor())), [])
    assert.deepEqual(await readKeys(Buffer.from('no key')), [])
  })
})

const hasGpg = spawnSync('gpg', ['--version']).status === 0

describe('a signature by GnuPG', { skip: hasGpg ? false : 'gpg is not here' }, () => {
  for (const algorithm of ['rsa3072', 'ed25519']) {
    it(`with ${algorithm} is read as ours is`, async () => {
      const home = mkdtempSync(join(tmpdir(), 'schouw-gpg-'))
      const gpg = (...given: string[]) =>
        spawnSync('gpg', ['--homedir', home, '--batch', '--pinentry-mode', 'loopback', ...given])
      try {
        const made = gpg(
          '--passphrase',
          '',
          '--quick-gen-key',
          'A <a@b.example>',
          algorithm,
          'sign',
        )
        assert.equal(made.status, 0, String(made.stderr))
        const file = join(home, 'document.json')
        writeFileSync(file, document)
        gpg('--armor', '--detach-sign', file)
        const [key] = await readKeys(gpg('--armor', '--export').stdout)
        const ring = await Keyring.of([key?.armoured ?? ''])
        const signature = readFileSync(`${file}.asc`)
        assert.equal((await ring.check(document, signature)).state, 'good')
        assert.equal((await ring.check(Buffer.from('{}'), signature)).state, 'bad')
        gpg('--yes', '--digest-algo', 'SHA1', '--armor', '--detach-sign', file)
        assert.equal((await ring.check(document, readFileSync(`${file}.asc`))).state, 'bad')
      } finally {
        spawnSync('gpgconf', ['--homedir', home, '--kill', 'all'])
        rmSync(home, { recursive: true, force: true })
      }
    })
  }
})

const sidecars = join(import.meta.dirname, '../../../shared/advisories/provider/sidecar')
const skip = existsSync(sidecars) ? false : 'no shared advisories beside the repository'

it('real signatures are read, and are of nobody who was accepted', { skip }, async () => {
  const ring = await Keyring.of([(await madeKey()).toPublic().armor()])
  const files = globSync('*.asc', { cwd: sidecars })
  assert.ok(files.length > 0)
  for (const file of files) {
    const read = await ring.check(document, readFileSync(join(sidecars, file)))
    assert.equal(read.state, 'unknown_key', file)
  }
})
