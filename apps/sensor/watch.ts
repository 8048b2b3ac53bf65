// SPDX-License-Identifier: EUPL-1.2
import { lstatSync, readFileSync, realpathSync } from 'node:fs'
import { join, sep } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { usualSettings } from '@schouw/core/capture/uplink'
import { OptionError, type SensorOptions } from './options.ts'
import { Sensor } from './sensor.ts'
import type { Spool } from './spool/spool.ts'
import type { Hub } from './uplink/hub.ts'
import { Uplink } from './uplink/uplink.ts'

const pollMs = 2000
/** The hub holds a sensor for silent after five of them. */
const beatMs = 60_000

interface Parts {
  readonly options: SensorOptions
  readonly spool: Spool
  readonly hub: Hub | undefined
  readonly say: (line: string) => void
  /** Epoch milliseconds. */
  readonly now: () => number
}

/** Reading and delivering beside each other, until the source ends or somebody stops it. */
export class Watch {
  readonly #parts: Parts
  readonly #sensor: Sensor
  readonly #uplink: Uplink | undefined
  readonly #startedAt: string
  readonly #stopping = new AbortController()
  #lastTold = ''

  constructor(parts: Parts) {
    const { options, spool, hub, say, now } = parts
    const { identity, site, baseline } = options
    this.#parts = parts
    this.#startedAt = new Date(now()).toISOString()
    this.#uplink =
      identity === undefined || hub === undefined
        ? undefined
        : new Uplink({ identity, spool, hub, now })
    const settings = () => this.#settings
    this.#sensor = new Sensor({ site, spool, baseline, say, settings, now })
  }

  stop(): void {
    this.#stopping.abort()
  }

  async run(stream: AsyncIterable<Uint8Array>): Promise<void> {
    const done = new AbortController()
    const sending = this.#keepSending(AbortSignal.any([done.signal, this.#stopping.signal]))
    try {
      await this.#read(stream)
    } finally {
      done.abort()
      await sending
    }
    await this.deliver(true)
  }

  /** A sign of life where one is due, then what waits. */
  async deliver(isBeatDue: boolean): Promise<void> {
    if (this.#uplink === undefined) return
    const failed = isBeatDue ? await this.#uplink.beat(this.#about()) : null
    if (failed !== null) return this.#tell(`the hub does not answer: ${failed}`)
    const sent = await this.#uplink.sendAll()
    this.#tell(
      sent.state === 'empty' ? '' : `the hub does not take it (${sent.state}): ${sent.why}`,
    )
  }

  get #settings() {
    return this.#uplink?.settings.values ?? usualSettings
  }

  get #everyMs(): number {
    return this.#parts.options.everyMs ?? this.#settings.every_s * 1000
  }

  async #read(stream: AsyncIterable<Uint8Array>): Promise<void> {
    const { source, isFollowing } = this.#parts.options
    if (source === '-') {
      const everyMs = () => this.#everyMs
      const until = stoppable(stream, this.#stopping.signal)
      await this.#sensor.readStream(until, { everyMs, now: () => performance.now() })
      return
    }
    const state = lstatSync(source, { throwIfNoEntry: false })
    if (state === undefined) throw new OptionError(`${source}: no such file or folder`)
    if (!state.isDirectory()) {
      this.#sensor.readFile({ path: source })
      return
    }
    do {
      const folder = this.#folder(source)
      if (folder !== undefined) this.#sensor.readFolder(folder, this.#parts.now())
      if (isFollowing) await pause(pollMs, this.#stopping.signal)
    } while (isFollowing && !this.#stopping.signal.aborted)
  }

  /** Where the hub wants it read: inside what was given here, links resolved; else nothing. */
  #folder(source: string): string | undefined {
    const { folder } = this.#settings
    if (folder === '') return source
    try {
      const [root, asked] = [realpathSync(source), realpathSync(join(source, folder))]
      const isInside = asked.startsWith(root + sep) && lstatSync(asked).isDirectory()
      this.#uplink?.refuseSettings(isInside ? null : 'folder: outside its source')
      return isInside ? asked : undefined
    } catch {
      this.#uplink?.refuseSettings('folder: not there')
      return undefined
    }
  }

  async #keepSending(signal: AbortSignal): Promise<void> {
    let beatAt = Number.NEGATIVE_INFINITY
    while (!signal.aborted) {
      const at = performance.now()
      const isBeatDue = at - beatAt >= beatMs
      if (isBeatDue) beatAt = at
      await this.deliver(isBeatDue)
      await pause(Math.min(this.#everyMs, beatMs), signal)
    }
  }

  #about(): Readonly<Record<string, unknown>> {
    const { source } = this.#parts.options
    const isFolder = source !== '-' && lstatSync(source, { throwIfNoEntry: false })?.isDirectory()
    const { user, system } = process.cpuUsage()
    if (this.#sensor.filterTrouble !== null) {
      this.#uplink?.refuseSettings(this.#sensor.filterTrouble)
    }
    return {
      started_at: this.#startedAt,
      version,
      source: source === '-' ? 'stream' : isFolder ? 'folder' : 'file',
      captured: this.#sensor.tally.told(),
      memory_bytes: process.memoryUsage.rss(),
      cpu_ms: Math.round((user + system) / 1000),
    }
  }

  /** A standstill of the hub is told once, not every minute. */
  #tell(line: string): void {
    if (line !== '' && line !== this.#lastTold) this.#parts.say(line)
    this.#lastTold = line
  }
}

const { version } = JSON.parse(readFileSync(join(import.meta.dirname, 'package.json'), 'utf8')) as {
  version: string
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await setTimeout(ms, undefined, { signal }).catch(() => {})
}

/** Ends when somebody stops it, also while nothing comes. */
async function* stoppable(
  stream: AsyncIterable<Uint8Array>,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const stopped = new Promise<undefined>((resolve) => {
    signal.addEventListener('abort', () => resolve(undefined), { once: true })
  })
  const pieces = stream[Symbol.asyncIterator]()
  for (;;) {
    const piece = await Promise.race([pieces.next(), stopped])
    if (piece === undefined || piece.done === true || signal.aborted) return
    yield piece.value
  }
}
