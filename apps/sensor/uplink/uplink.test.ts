// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { statement, usualSettings } from '@schouw/core/capture/uplink'
import fc from 'fast-check'
import { enrolled } from '../enrol/enrol.ts'
import { type Enrolled, newIdentity, readIdentity, sha256 } from '../identity.ts'
import { Spool } from '../spool/spool.ts'
import { HttpsHub } from './https.ts'
import { Uplink } from './uplink.ts'

const bounds = { mostBytes: 1 << 20 }
const hubKeys = generateKeyPairSync('ed25519')
const half = hubKeys.publicKey.export({ format: 'der', type: 'spki' }).toString('base64')
const identity: Enrolled = {
  ...newIdentity('https://hub.example'),
  ...{ address: 'tenant.sensor', site: 'Hall 3', hub_key: half },
}

type Failure = 'link' | 'answer' | number | undefined

/** A hub that keeps what comes; `fails` says what goes wrong with which try. */
function hubThat(fails: (attempt: number) => Failure, answer: () => unknown = () => ({})) {
  const kept = new Map<string, string>()
  let attempt = 0
  const fetch = (async (url, init) => {
    const [what, number = ''] = String(url).split('/').slice(-2)
    if (what === 'beats') {
      const at = new Date(1_000_000).toISOString()
      const told = { received_at: at, answered_at: at, top_sequence: 0, settings: null }
      return new Response(JSON.stringify({ ...told, ...(answer() as object) }))
    }
    attempt += 1
    const wrong = fails(attempt)
    if (wrong === 'link') throw new TypeError('fetch failed')
    if (typeof wrong === 'number') return new Response('', { status: wrong })
    const text = String(init?.body)
    assert.ok(!kept.has(number) || kept.get(number) === text, 'one number, one thing')
    kept.set(number, text)
    if (wrong === 'answer') throw new TypeError('socket closed')
    return new Response('{}', { status: 201 })
  }) as typeof globalThis.fetch
  return { kept, hub: new HttpsHub(identity, { fetch }) }
}

function spoolWith(...texts: readonly string[]): Spool {
  const spool = new Spool(':memory:', bounds)
  const bodies = texts.map((text) => Buffer.from(text))
  spool.add({ bodies, told: [], key: undefined, at: '2026-03-03T10:00:00.000Z' })
  return spool
}

describe('the uplink', () => {
  it('brings everything, whatever fails on the way, and nothing as two things', async () => {
    const failure = fc.constantFrom<Failure>('link', 'answer', 503, 429, 404, undefined)
    await fc.assert(
      fc.asyncProperty(fc.array(failure, { maxLength: 20 }), async (failures) => {
        const texts = ['a', 'b', 'c', 'd', 'e']
        const spool = spoolWith(...texts)
        const { kept, hub } = hubThat((attempt) => failures[attempt - 1])
        const uplink = new Uplink({ identity, spool, hub, now: () => 0 })
        await uplink.beat({})
        for (let round = 0; round <= failures.length && spool.waiting > 0; round += 1) {
          await uplink.sendAll()
        }
        assert.equal(spool.waiting, 0)
        assert.deepEqual([...kept.values()], texts)
        spool.close()
      }),
      { numRuns: 60 },
    )
  })

  it('keeps what the hub refuses of this sensor, and passes over what it will never take', async () => {
    const spool = spoolWith('a', 'b', 'c')
    const { kept, hub } = hubThat((attempt) => [undefined, 422, undefined][attempt - 1])
    const uplink = new Uplink({ identity, spool, hub, now: () => 0 })
    assert.equal((await uplink.sendAll()).state, 'later', 'numbers are not settled yet')
    await uplink.beat({})
    assert.deepEqual(await uplink.sendAll(), { state: 'empty', sent: 3 })
    assert.deepEqual([[...kept.values()], spool.refused], [['a', 'c'], 1])
    const revoked = spoolWith('a')
    const other = new Uplink({
      identity,
      spool: revoked,
      hub: hubThat(() => 404).hub,
      now: () => 0,
    })
    await other.beat({})
    assert.deepEqual([(await other.sendAll()).state, revoked.waiting], ['refused', 1])
    spool.close()
    revoked.close()
  })

  it('measures the clock within half of the way', async () => {
    const spool = spoolWith()
    const at = (ms: number) => new Date(ms).toISOString()
    // 7 s ahead; 300 ms there, 100 ms at the hub, 200 ms back.
    const times = [1_007_000, 1_007_600]
    const told = { received_at: at(1_000_300), answered_at: at(1_000_400) }
    let said: any
    const uplink = new Uplink({
      ...{ identity, spool, now: () => times.shift() ?? 1_010_000 },
      hub: {
        beat: async (_number, text) => {
          said = JSON.parse(text)
          const [receivedAt, answeredAt] = [told.received_at, told.answered_at]
          return { receivedAt, answeredAt, topSequence: 0, settings: null }
        },
        deliver: async () => ({ state: 'there' }),
        close: async () => {},
      },
    })
    await uplink.beat({})
    assert.equal(said.clock, null, 'not measured is not zero')
    await uplink.beat({})
    assert.deepEqual(said.clock, { ahead_ms: 6_950, within_ms: 250 })
    spool.close()
  })

  it('does only what its own hub has signed, and never what was set before', async () => {
    const spool = spoolWith()
    let settings: unknown = null
    const { hub } = hubThat(
      () => undefined,
      () => ({ settings }),
    )
    const uplink = new Uplink({ identity, spool, hub, now: () => 0 })
    const set = (version: number, values: unknown, more: Partial<Setting> = {}) => {
      const { key = hubKeys.privateKey, address = identity.address, signed = version } = more
      const text = JSON.stringify(values)
      const said = { what: 'settings', address, number: signed, digest: sha256(text) } as const
      const signature = sign(null, Buffer.from(statement(said)), key).toString('base64')
      settings = { version, text, signature }
      return uplink.beat({})
    }
    const wanted = { ...usualSettings, every_s: 10, filter: 'not port 443' }
    const stranger = generateKeyPairSync('ed25519').privateKey
    for (const more of [{ key: stranger }, { address: 'tenant.other' }, { signed: 2 }]) {
      await set(1, wanted, more)
      assert.equal(uplink.settings.version, 0, Object.keys(more).join())
    }
    await set(1, wanted)
    assert.deepEqual(uplink.settings, { version: 1, values: wanted })
    for (const wrong of [{ folder: '../..' }, { filter: 'colour' }, { every_s: 0 }]) {
      await set(2, { ...wanted, ...wrong })
      assert.equal(uplink.settings.version, 1)
    }
    await set(3, { ...wanted, every_s: 20 })
    await set(1, wanted)
    assert.equal(uplink.settings.values.every_s, 20)
    // Over a restart, and not for whoever comes after.
    assert.equal(new Uplink({ identity, spool, hub, now: () => 0 }).settings.version, 3)
    const other = { ...identity, address: 'tenant.other' }
    assert.equal(new Uplink({ identity: other, spool, hub, now: () => 0 }).settings.version, 0)
    spool.close()
  })
})

interface Setting {
  readonly key: KeyObject
  readonly address: string
  readonly signed: number
}

describe('enrolment', () => {
  it('keeps its key to itself, and asks again with the same one when the answer was lost', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'enrol-'))
    const file = join(folder, 'sensor.identity')
    const keys: string[] = []
    let isLost = true
    const fetch = (async (_url, init) => {
      keys.push(JSON.parse(String(init?.body)).public_key)
      assert.ok(!String(init?.body).includes('private'))
      if (isLost) throw new TypeError('socket closed')
      const told = { address: 'tenant.sensor', hub_key: half, site: 'Hall 3' }
      return new Response(JSON.stringify(told), { status: 201 })
    }) as typeof globalThis.fetch
    const asked = { hub: 'https://hub.example', code: 'code', file }
    const lost = await enrolled(asked, { fetch })
    assert.ok(!lost.ok && lost.isHubAway)
    isLost = false
    const made = await enrolled(asked, { fetch })
    assert.ok(made.ok && made.site === 'Hall 3')
    assert.deepEqual([keys.length, keys[0] === keys[1]], [2, true])
    if (process.platform !== 'win32') assert.equal(statSync(file).mode & 0o777, 0o600)
    const read = readIdentity(file)
    assert.ok('address' in read && read.address === 'tenant.sensor')
    const again = await enrolled(asked, { fetch })
    assert.ok(!again.ok && keys.length === 2)
    rmSync(folder, { recursive: true })
  })
})
