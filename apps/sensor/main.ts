// SPDX-License-Identifier: EUPL-1.2
/**
 * Sensor: reads packets at the edge, judges them there, and sends what was seen to the hub. Facts
 * leave the site, never payloads; without a hub everything waits on disk.
 */
import { text } from 'node:stream/consumers'
import { enrolled } from './enrol/enrol.ts'
import { type EnrolOptions, OptionError, type SensorOptions, sensorOptions } from './options.ts'
import { Spool } from './spool/spool.ts'
import { HttpsHub } from './uplink/https.ts'
import type { Hub } from './uplink/hub.ts'
import { Watch } from './watch.ts'

const exitCode = { done: 0, refused: 2, waiting: 1 } as const

function say(line: string): void {
  process.stderr.write(`${line}\n`)
}

async function main(words: readonly string[]): Promise<number> {
  const options = sensorOptions(words, process.env)
  return options.does === 'enrol' ? enrol(options) : watch(options)
}

async function enrol({ hub, code: given, file }: EnrolOptions): Promise<number> {
  const code = given === '-' ? (await text(process.stdin)).trim() : given
  const done = await enrolled({ hub, code, file }, { fetch })
  if (!done.ok) {
    say(`schouw: ${done.why}`)
    return done.isHubAway ? exitCode.waiting : exitCode.refused
  }
  say(`let in for ${done.site ?? 'its site'}; the key is in ${file}`)
  say(`fingerprint ${done.fingerprint}`)
  return exitCode.done
}

async function watch(options: SensorOptions): Promise<number> {
  const spool = openSpool(options)
  const hub = await hubOf(options)
  const watching = new Watch({ options, spool, hub, say, now: Date.now })
  const stop = () => watching.stop()
  process.once('SIGTERM', stop).once('SIGINT', stop)
  await watching.run(process.stdin)
  const { waiting, lost, refused } = spool
  await hub?.close()
  spool.close()
  if (waiting > 0) say(`${waiting} deliveries wait in ${options.spool}`)
  if (lost > 0) say(`${lost} deliveries gave way because the spool was full`)
  if (refused > 0) say(`${refused} deliveries were refused by the hub`)
  return waiting > 0 ? exitCode.waiting : exitCode.done
}

async function hubOf({ identity, nats }: SensorOptions): Promise<Hub | undefined> {
  if (identity === undefined) return undefined
  if (nats === undefined) return new HttpsHub(identity, { fetch })
  // Only here, so that who does not use it does not need its memory.
  const { NatsHub } = await import('./uplink/nats.ts')
  return NatsHub.open(identity, nats)
}

function openSpool({ spool, mostSpoolBytes }: SensorOptions): Spool {
  try {
    return new Spool(spool, { mostBytes: mostSpoolBytes })
  } catch (fault) {
    throw new OptionError(`${spool}: expected a spool that no other sensor uses`, { cause: fault })
  }
}

if (import.meta.main) {
  try {
    process.exitCode = await main(process.argv.slice(2))
    // A standard input that never ends must not hold a sensor that was told to stop.
    process.stdin.destroy()
  } catch (fault) {
    if (!(fault instanceof OptionError)) throw fault
    say(`schouw: ${fault.message}`)
    process.exitCode = exitCode.refused
  }
}
