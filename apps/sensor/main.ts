// SPDX-License-Identifier: EUPL-1.2
/**
 * Sensor: reads packets at the edge, judges them there, and sends what a person must look at to the
 * hub. Facts leave the site, never payloads; without a hub everything waits on disk.
 */
import { lstatSync, readFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { OptionError, type SensorOptions, sensorOptions } from './options.ts'
import { Sensor } from './sensor.ts'
import { Spool } from './spool/spool.ts'
import { sendAll } from './uplink/uplink.ts'

const exitCode = { done: 0, refused: 2, waiting: 1 } as const
const pollMs = 2000
/** What may wait for the hub: months of alerts. */
const mostSpoolBytes = 256 * 1024 * 1024

function say(line: string): void {
  process.stderr.write(`${line}\n`)
}

async function main(words: readonly string[]): Promise<number> {
  const options = sensorOptions(words)
  const spool = openSpool(options.spool)
  const { site, baseline } = options
  const sensor = new Sensor({ site, spool, baseline, say })
  let isStopped = false
  const stop = () => {
    isStopped = true
  }
  process.once('SIGTERM', stop).once('SIGINT', stop)
  const sending = keepSending(spool, options, () => isStopped)
  await readAll(sensor, options, () => isStopped)
  isStopped = true
  await sending
  const isSent = await send(spool, options)
  const { waiting, lost } = spool
  spool.close()
  if (waiting > 0) say(`${waiting} deliveries wait in ${options.spool}`)
  if (lost > 0) say(`${lost} deliveries gave way because the spool was full`)
  return isSent ? exitCode.done : exitCode.waiting
}

function openSpool(path: string): Spool {
  try {
    return new Spool(path, { mostBytes: mostSpoolBytes })
  } catch (fault) {
    throw new OptionError(`${path}: expected a spool that no other sensor uses`, { cause: fault })
  }
}

async function readAll(
  sensor: Sensor,
  { source, everyMs, isFollowing }: SensorOptions,
  isStopped: () => boolean,
): Promise<void> {
  if (source === '-') {
    await sensor.readStream(process.stdin, { everyMs, now: () => performance.now() })
    return
  }
  const state = lstatSync(source, { throwIfNoEntry: false })
  if (state === undefined) throw new OptionError(`${source}: no such file or folder`)
  if (!state.isDirectory()) {
    sensor.read(source, readFileSync(source))
    return
  }
  do {
    sensor.readFolder(source, Date.now())
    if (isFollowing) await setTimeout(pollMs)
  } while (isFollowing && !isStopped())
}

/** While it reads; a standstill of the hub is told once, not every minute. */
async function keepSending(
  spool: Spool,
  options: SensorOptions,
  isStopped: () => boolean,
): Promise<void> {
  let nextMs = performance.now() + options.everyMs
  while (!isStopped()) {
    await setTimeout(200)
    if (performance.now() < nextMs) continue
    await send(spool, options)
    nextMs = performance.now() + options.everyMs
  }
}

let lastTold = ''

async function send(spool: Spool, { hub }: SensorOptions): Promise<boolean> {
  if (hub === undefined) return spool.waiting === 0
  const result = await sendAll(spool, hub, { fetch, now: () => new Date() })
  spool.write('last', JSON.stringify({ at: new Date().toISOString(), ...result }))
  const told =
    result.state === 'empty' ? '' : `the hub does not take it (${result.state}): ${result.why}`
  if (told !== '' && told !== lastTold) say(told)
  lastTold = told
  return result.state === 'empty'
}

if (import.meta.main) {
  try {
    process.exitCode = await main(process.argv.slice(2))
  } catch (fault) {
    if (!(fault instanceof OptionError)) throw fault
    say(`schouw: ${fault.message}`)
    process.exitCode = exitCode.refused
  }
}
