// SPDX-License-Identifier: EUPL-1.2
// The whole way from a sensor's spool to the hub's database, through a real nats-server that is
// killed, cut off and emptied. What came is counted in the database: nothing lost, nothing double.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { gzipSync } from 'node:zlib'
import { connect, headers } from '@nats-io/transport-node'
import {
  type Enrolled,
  newIdentity,
  publicKeyOf,
  sha256,
  signatureOf,
} from '../apps/sensor/identity.ts'
import { Spool } from '../apps/sensor/spool/spool.ts'
import { NatsHub } from '../apps/sensor/uplink/nats.ts'
import { Uplink } from '../apps/sensor/uplink/uplink.ts'
import { listenToBroker } from '../apps/server/sensors/broker.ts'
import { enrol, makeCode } from '../apps/server/sensors/enrolment.ts'
import { makeTemplate } from '../apps/server/storage/engine/template.ts'
import { openStorage, type Storage } from '../apps/server/storage/storage.ts'
import { creating, done } from '../apps/server/storage/testing/records.ts'
import { first } from '../apps/server/storage/testing/tenants.ts'
import { freePort, NatsServer, natsHere } from './uplink-faults.ts'

const isHere = natsHere()
const minuteMs = 60_000

/** One slice of a minute: a conversation with one connection and as many packets as its number. */
function slice(number: number): Uint8Array {
  const asset = (at: number) => ({
    ...{ id: `${at}`, parent: null, macs: [`02:00:00:00:00:0${at}`], ipv4: [`10.0.0.${at}`] },
    ...{ ipv6: [], external: false },
  })
  const conversation = {
    ...{ from: '1', to: '2', transport: 'tcp', port: 102, protocol: 's7comm', connections: 1 },
    ...{ unanswered: 0, packets_to_server: number, packets_to_client: 0, bytes_to_server: 1 },
    ...{ bytes_to_client: 0, frame: { capture: 'a', frame: 1 }, operations: [] },
  }
  const head = { schema: 'schouw/sightings/1', captures: [] }
  const lines = [head, { asset: asset(1) }, { asset: asset(2) }, { conversation }]
  return gzipSync(lines.map((line) => JSON.stringify(line)).join('\n'))
}

describe('sensor, broker and hub', { skip: isHere ? false : 'no nats-server here' }, () => {
  let folder = ''
  let storage: Storage
  let site = ''
  const warned: string[] = []
  const log = {
    warn: (facts: object, text: string) => void warned.push(`${text} ${JSON.stringify(facts)}`),
  }
  const clock = () => new Date().toISOString()
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'schouw-faults-'))
    storage = await openStorage({ folder, template: await makeTemplate() })
    await storage.createTenant({ id: first, name: 'First' })
    site = (await done(storage, creating('site', { code: 'D', name: 'Deventer' }))).record?.id ?? ''
  })
  after(async () => {
    await storage.close()
    rmSync(folder, { recursive: true, force: true })
  })

  async function letIn(): Promise<Enrolled> {
    const made = await makeCode(storage, { tenant: first, site, name: 'x', by: 'me', now: clock() })
    const { code } = (made as any).body
    const identity = newIdentity('https://hub.example')
    const key = publicKeyOf(identity)
    const said = {
      what: 'enrolment',
      address: sha256(code),
      number: 0,
      digest: sha256(key),
    } as const
    const signature = signatureOf(identity, said)
    const publicKey = key.toString('base64')
    const told = (await enrol(storage, { code, publicKey, signature, now: clock() })) as any
    assert.equal(told.status, 201)
    return { ...identity, address: told.body.address, hub_key: told.body.hub_key, site: 'Deventer' }
  }

  /** What the database has of one sensor. */
  async function came({ address }: Enrolled) {
    const sensor = address.split('.')[1] ?? ''
    return storage.read(first, async (db) => {
      const sources = await db
        .selectFrom('sources')
        .select('id')
        .where('made_by', '=', sensor)
        .execute()
      const talks = await db
        .selectFrom('conversations')
        .select(['connections', 'packets_to_server'])
        .where('source', 'in', [...sources.map(({ id }) => id), sensor])
        .execute()
      const batches = await db
        .selectFrom('sensor_batches')
        .select('sequence')
        .where('sensor', '=', sensor)
        .execute()
      return {
        batches: batches.length,
        connections: talks.reduce((sum, one) => sum + one.connections, 0),
        packets: talks.reduce((sum, one) => sum + one.packets_to_server, 0),
      }
    })
  }

  const exactly = (count: number) => ({
    ...{ batches: count, connections: count, packets: (count * (count + 1)) / 2 },
  })

  /** A sensor whose clock is ours: an hour passes when we say so. */
  async function sensorAt(url: string, identity: Enrolled, domain?: string) {
    const spool = new Spool(':memory:', { mostBytes: 1 << 26 })
    const hub = await NatsHub.open(identity, { servers: url, domain })
    let at = Date.parse('2026-11-22T00:00:00.000Z')
    const uplink = new Uplink({ identity, spool, hub, now: () => at })
    let number = 0
    return {
      spool,
      hub,
      uplink,
      minute: () => {
        at += minuteMs
        number += 1
        const time = new Date(at).toISOString()
        spool.add({ bodies: [slice(number)], told: [], key: undefined, at: time })
      },
      /** Until the hub has everything, or `seconds` have gone. */
      settled: async (seconds = 120) => {
        const until = performance.now() + seconds * 1000
        while (spool.waiting > 0 && performance.now() < until) {
          at += 11 * minuteMs
          await uplink.beat(about)
          await uplink.sendAll()
          await pause(200)
        }
        return spool.waiting
      },
    }
  }

  it('through kills of the broker: nothing lost, nothing double', {
    timeout: 240_000,
  }, async () => {
    const nats = await NatsServer.start()
    const stopping = new AbortController()
    const around = { storage, clock, log }
    const broker = await listenToBroker(
      { servers: nats.url, credentials: undefined },
      around,
      stopping.signal,
    )
    const identity = await letIn()
    const sensor = await sensorAt(nats.url, identity)
    await sensor.uplink.beat(about)
    for (let round = 0; round < 5; round += 1) {
      for (let at = 0; at < 20; at += 1) sensor.minute()
      // Killed in the middle of it, and back on the same disk.
      const sending = sensor.uplink.sendAll()
      await pause(20 + round * 15)
      await nats.kill()
      await sending
      await nats.start()
    }
    assert.equal(await sensor.settled(), 0)
    assert.deepEqual(await came(identity), exactly(100))
    // A broker that lost its disk: what nobody had signed for is sent again.
    for (let at = 0; at < 20; at += 1) sensor.minute()
    await sensor.uplink.sendAll()
    await nats.kill()
    nats.forget()
    await nats.start()
    assert.equal(await sensor.settled(), 0)
    assert.deepEqual(await came(identity), exactly(120))
    await sensor.hub.close()
    stopping.abort()
    await broker?.stop()
    await nats.remove()
  })

  it('through a day without a link, and without a hub: it catches up', {
    timeout: 240_000,
  }, async () => {
    const nats = await NatsServer.start()
    const identity = await letIn()
    const stopping = new AbortController()
    const around = { storage, clock, log }
    const servers = { servers: nats.url, credentials: undefined }
    const broker = await listenToBroker(servers, around, stopping.signal)
    const sensor = await sensorAt(nats.url, identity)
    await sensor.uplink.beat(about)
    // Eight hours without the link; the sensor tries now and then.
    await nats.kill()
    for (let minute = 0; minute < 480; minute += 1) {
      sensor.minute()
      if (minute === 240) assert.equal((await sensor.uplink.sendAll()).state, 'later')
    }
    assert.equal(sensor.spool.waiting, 480)
    await nats.start()
    assert.equal(await sensor.settled(), 0)
    assert.deepEqual(await came(identity), exactly(480))
    // The hub is stopped: the broker takes it, the spool keeps it until there is a hub again.
    stopping.abort()
    await broker?.stop()
    for (let minute = 0; minute < 60; minute += 1) sensor.minute()
    assert.equal((await sensor.uplink.sendAll()).state, 'empty')
    assert.equal(sensor.spool.waiting, 60)
    const again = new AbortController()
    const second = await listenToBroker(servers, around, again.signal)
    assert.equal(await sensor.settled(), 0)
    assert.deepEqual(await came(identity), exactly(540))
    await sensor.hub.close()
    again.abort()
    await second?.stop()
    await nats.remove()
  })

  it('through duplicates, another order and what others write into the stream', {
    timeout: 240_000,
  }, async () => {
    const nats = await NatsServer.start()
    const stopping = new AbortController()
    const around = { storage, clock, log }
    const servers = { servers: nats.url, credentials: undefined }
    const broker = await listenToBroker(servers, around, stopping.signal)
    const [identity, other] = [await letIn(), await letIn()]
    const wire = await connect({ servers: nats.url })
    const publish = (number: number, from: Enrolled, to: Enrolled, body = slice(number)) => {
      const head = headers()
      const said = { what: 'batch', address: from.address, number, digest: sha256(body) } as const
      head.set('schouw-number', String(number))
      head.set('schouw-signature', signatureOf(from, said))
      return wire.request(`schouw.up.${to.address}`, body, { timeout: 10_000, headers: head })
    }
    const order = Array.from({ length: 150 }, (_, at) => ((at * 37) % 50) + 1)
    for (const number of order) await publish(number, identity, identity)
    // Under another’s name, unsigned, and cut: none of it is anybody’s.
    await publish(51, other, identity)
    await publish(52, identity, other)
    await wire.request(`schouw.up.${identity.address}`, slice(53), { timeout: 10_000 })
    await publish(1, other, other, slice(1).subarray(0, 40))
    for (let tries = 0; tries < 300 && (await came(identity)).batches < 50; tries += 1)
      await pause(100)
    await pause(1_000)
    assert.deepEqual(await came(identity), exactly(50))
    assert.deepEqual(await came(other), exactly(0))
    await wire.close()
    stopping.abort()
    await broker?.stop()
    await nats.remove()
  })

  it('lets go of nothing on a receipt that the hub did not sign', {
    timeout: 120_000,
  }, async () => {
    const nats = await NatsServer.start()
    const [identity, stranger] = [await letIn(), newIdentity('https://hub.example')]
    const stopping = new AbortController()
    const broker = await listenToBroker(
      { servers: nats.url, credentials: undefined },
      { storage, clock, log },
      stopping.signal,
    )
    const sensor = await sensorAt(nats.url, identity)
    await sensor.uplink.beat(about)
    stopping.abort()
    await broker?.stop()
    sensor.minute()
    await sensor.uplink.sendAll()
    const wire = await connect({ servers: nats.url })
    const text = JSON.stringify({ number: 1, digest: sha256(slice(1)), state: 'there' })
    const address = identity.address
    const said = { what: 'receipt', address, number: 1, digest: sha256(text) } as const
    const signature = signatureOf(stranger, said)
    wire.publish(`schouw.down.${address}`, JSON.stringify({ text, signature }))
    await wire.flush()
    await pause(500)
    assert.equal(sensor.spool.waiting, 1)
    await wire.close()
    await sensor.hub.close()
    await nats.remove()
  })

  it('over a leaf node at the site, cut and joined again', { timeout: 240_000 }, async () => {
    const leafPort = await freePort()
    const nats = await NatsServer.start({
      ...{ domain: 'hub', leafnodes: `host: 127.0.0.1, port: ${leafPort}` },
    })
    const remotes = `remotes: [{ url: "nats-leaf://127.0.0.1:${leafPort}" }]`
    const leaf = await NatsServer.start({
      ...{ domain: 'site', leafnodes: `reconnect: 1, ${remotes}` },
    })
    const stopping = new AbortController()
    const around = { storage, clock, log }
    const broker = await listenToBroker(
      { servers: nats.url, credentials: undefined },
      around,
      stopping.signal,
    )
    const identity = await letIn()
    const sensor = await sensorAt(leaf.url, identity, 'hub')
    for (let tries = 0; tries < 50; tries += 1) {
      if ((await sensor.uplink.beat(about)) === null) break
      await pause(200)
    }
    for (let minute = 0; minute < 30; minute += 1) sensor.minute()
    await sensor.uplink.sendAll()
    await nats.kill()
    for (let minute = 0; minute < 30; minute += 1) sensor.minute()
    assert.equal((await sensor.uplink.sendAll()).state, 'later')
    await nats.start()
    await leaf.kill()
    await leaf.start()
    assert.equal(await sensor.settled(), 0)
    assert.deepEqual(await came(identity), exactly(60))
    await sensor.hub.close()
    stopping.abort()
    await broker?.stop()
    await leaf.remove()
    await nats.remove()
  })
})

const about = {
  ...{ started_at: '2026-11-22T00:00:00.000Z', version: '0.1.0', source: 'stream' },
  captured: {
    ...{ packets: 0, bytes: 0, filtered: 0, over_limit: 0, left_out: 0, unreadable: 0 },
    last_packet_at: null,
  },
  ...{ memory_bytes: 1, cpu_ms: 1 },
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
