// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { after, before, describe, it } from 'node:test'
import { StorageFault } from '../storage/fault.ts'
import { first, second } from '../storage/testing/tenants.ts'
import { partBytes, S3Store, s3Settings } from './s3-store.ts'
import { type StandIn, standIn } from './testing/s3.ts'

const isFault = (code: string) => (error: unknown) =>
  error instanceof StorageFault && error.code === code

describe('a store that speaks S3', () => {
  const folder = mkdtempSync(join(tmpdir(), 'schouw-s3-'))
  let service: StandIn
  let store: S3Store
  before(async () => {
    service = await standIn()
    store = new S3Store(service.settings)
  })
  after(async () => {
    await service.close()
    rmSync(folder, { recursive: true })
  })

  const file = (length: number) => {
    const bytes = randomBytes(length)
    const digest = createHash('sha256').update(bytes).digest('hex')
    const path = join(folder, digest)
    writeFileSync(path, bytes)
    return { bytes, digest, path }
  }

  for (const length of [1, 4_000, partBytes, partBytes + 1, 3 * partBytes, 3 * partBytes + 17]) {
    it(`keeps ${length} bytes under a signature that holds, apart for each tenant`, async () => {
      const { bytes, digest, path } = file(length)
      assert.equal(await store.size(first, digest), undefined)
      await store.put(first, digest, path)
      assert.ok(!existsSync(path))
      assert.equal(await store.size(first, digest), length)
      assert.equal(await store.size(second, digest), undefined)
      const all = await store.open(first, digest)
      assert.ok(all !== undefined && bytes.equals(await buffer(all)))
      const range = { from: Math.floor(length / 2), to: length - 1 }
      const part = await store.open(first, digest, range)
      assert.ok(part !== undefined && bytes.subarray(range.from).equals(await buffer(part)))
      assert.equal(await store.open(second, digest), undefined)
      await store.remove(first, digest)
      await store.remove(first, digest)
      assert.equal(await store.size(first, digest), undefined)
      assert.deepEqual([service.refused, service.open.size], [[], 0])
    })
  }

  it('tries again what failed for a moment', async () => {
    const { digest, path } = file(9 << 20)
    service.fail('PUT', 2)
    await store.put(first, digest, path)
    assert.equal(await store.size(first, digest), 9 << 20)
  })

  it('takes back the parts of what fails for good, and keeps the file on disk', async () => {
    const { digest, path } = file(3 * partBytes)
    service.fail('PUT', 100, 1)
    await assert.rejects(store.put(first, digest, path), isFault('storage-unavailable'))
    service.fail('', 0)
    assert.equal(service.open.size, 0)
    assert.equal(await store.size(first, digest), undefined)
    assert.ok(existsSync(path))
    await store.put(first, digest, path)
    assert.equal(await store.size(first, digest), 3 * partBytes)
  })

  it('says so when its key is refused, or nobody is there', async () => {
    const { digest, path } = file(10)
    const stranger = new S3Store({ ...service.settings, secret: 'another' })
    await assert.rejects(stranger.put(first, digest, path), isFault('storage-setup'))
    const nobody = new S3Store({ ...service.settings, url: 'http://127.0.0.1:9' })
    await assert.rejects(nobody.size(first, digest), isFault('storage-unavailable'))
  })

  it('is set by names in the environment, all of them or none', () => {
    const all = {
      SCHOUW_S3_URL: 'https://s3.example.org',
      SCHOUW_S3_BUCKET: 'evidence',
      SCHOUW_S3_KEY_ID: 'a',
      SCHOUW_S3_SECRET: 'b',
    }
    const read = s3Settings(all)
    assert.ok(read.ok && read.value?.region === 'us-east-1')
    assert.deepEqual(s3Settings({}), { ok: true, value: undefined })
    for (const name of Object.keys(all).slice(1)) {
      assert.equal(s3Settings({ ...all, [name]: '' }).ok, false, name)
    }
    assert.equal(s3Settings({ ...all, SCHOUW_S3_URL: 'not an address' }).ok, false)
    assert.equal(s3Settings({ ...all, SCHOUW_S3_BUCKET: '../x' }).ok, false)
  })
})
