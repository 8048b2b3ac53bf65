// SPDX-License-Identifier: EUPL-1.2
// What waits, to the hub, in order; and once a minute a sign of life, from whose answer the clock is
// measured and settings are taken.
import { asSettings, type SensorSettings, usualSettings } from '@schouw/core/capture/uplink'
import { type Enrolled, isOfHub, sha256 } from '../identity.ts'
import type { Spool } from '../spool/spool.ts'
import type { BeatAnswer, Hub, Receipt } from './hub.ts'

export type Sent =
  /** Everything that waited is there, or under way. */
  | { readonly state: 'empty'; readonly sent: number }
  | { readonly state: 'later' | 'refused'; readonly sent: number; readonly why: string }

/** Under way and not told to be there: sent again after so long, should the way have lost it. */
const resendMs = 10 * 60_000

interface Parts {
  readonly identity: Enrolled
  readonly spool: Spool
  readonly hub: Hub
  /** Epoch milliseconds. */
  readonly now: () => number
}

export interface Clock {
  readonly ahead_ms: number
  readonly within_ms: number
}

export class Uplink {
  readonly #parts: Parts
  readonly #underWay = new Map<number, number>()
  #isAdopted = false
  #clock: Clock | null = null
  #settingsRefused: string | null = null
  #refusedAfter: string | undefined

  constructor(parts: Parts) {
    this.#parts = parts
    const { spool, identity, hub } = parts
    // A spool that this sensor has delivered from before knows its numbers.
    this.#isAdopted = spool.read('address') === identity.address
    hub.onReceipt?.((receipt) => this.#told(receipt))
  }

  /** Until nothing waits or the hub does not take it. Numbers are settled by the first beat. */
  async sendAll(): Promise<Sent> {
    const { spool, hub, now } = this.#parts
    if (!this.#isAdopted) return { state: 'later', sent: 0, why: 'the hub has not answered yet' }
    let sent = 0
    if (this.#refusedAfter !== undefined) return { state: 'refused', sent, why: this.#refusedAfter }
    for (let batch = spool.next(); batch !== undefined; batch = spool.next(batch.sequence)) {
      const since = this.#underWay.get(batch.sequence)
      if (since !== undefined && now() - since < resendMs) continue
      const delivered = await hub.deliver(batch)
      if (delivered.state === 'there') this.#has(batch.sequence)
      else if (delivered.state === 'under-way') this.#underWay.set(batch.sequence, now())
      else if (delivered.state === 'never') spool.refuse(batch.sequence)
      else return { state: delivered.state, sent, why: delivered.why }
      sent += 1
    }
    return { state: 'empty', sent }
  }

  /** Only of what was sent as it lies here: another content under this number is not ours. */
  #told({ number, digest, state }: Receipt): void {
    const { spool } = this.#parts
    const batch = spool.next(number - 1)
    if (batch?.sequence !== number || sha256(batch.body) !== digest) return
    this.#underWay.delete(number)
    if (state === 'there') spool.forget(number)
    else if (state === 'never') spool.refuse(number)
    else this.#refusedAfter = 'another sender uses this key'
  }

  /** The hub's database has this one. */
  #has(sequence: number): void {
    this.#underWay.delete(sequence)
    this.#parts.spool.forget(sequence)
  }

  /** Null, or why it did not come through. */
  async beat(about: Readonly<Record<string, unknown>>): Promise<string | null> {
    const { spool, hub, now } = this.#parts
    const sentAt = now()
    const text = JSON.stringify({
      ...{ schema: 'schouw/beat/1', sent_at: new Date(sentAt).toISOString() },
      ...about,
      spool: {
        ...{ waiting: spool.waiting, bytes: spool.bytes, most_bytes: spool.mostBytes },
        ...{ lost: spool.lost, refused: spool.refused, oldest_at: spool.oldestAt },
      },
      clock: this.#clock,
      settings: { version: this.settings.version, refused: this.#settingsRefused },
    })
    const answer = await hub.beat(spool.nextBeat(sentAt), text)
    if ('why' in answer) return answer.why
    this.#clock = clockOf(sentAt, now(), answer)
    spool.adopt(this.#parts.identity.address, answer.topSequence)
    this.#isAdopted = true
    if (answer.settings !== null) this.#take(answer.settings)
    return null
  }

  /** As they stand, also over restarts. */
  get settings(): { readonly version: number; readonly values: SensorSettings } {
    const { spool, identity } = this.#parts
    const kept = JSON.parse(spool.read('settings') ?? '{}') as Kept
    const checked = asSettings(kept.values)
    const isOwn = kept.address === identity.address && checked.ok
    return isOwn
      ? { version: Number(kept.version), values: checked.value }
      : { version: 0, values: usualSettings }
  }

  /** Only newer ones, and only those that the hub has signed for this sensor. */
  #take({ version, text, signature }: NonNullable<BeatAnswer['settings']>): void {
    const { spool, identity } = this.#parts
    if (version <= this.settings.version) return
    const { address } = identity
    const said = { what: 'settings', address, number: version, digest: sha256(text) } as const
    if (!isOfHub(identity, said, signature)) {
      this.#settingsRefused = 'not signed by the hub'
      return
    }
    const checked = asSettings(JSON.parse(text))
    this.#settingsRefused = checked.ok ? null : `cannot apply ${checked.facts['at']}`
    if (!checked.ok) return
    spool.write('settings', JSON.stringify({ address, version, values: checked.value }))
  }

  /** Where settings are right and the place is not: the folder that is not there. */
  refuseSettings(why: string | null): void {
    this.#settingsRefused = why
  }
}

type Kept = Readonly<Partial<Record<'address' | 'version' | 'values', unknown>>>

/** As NTP has it: half of the way there and back is not known. */
function clockOf(sentAt: number, gotAt: number, { receivedAt, answeredAt }: BeatAnswer): Clock {
  const [received, answered] = [Date.parse(receivedAt), Date.parse(answeredAt)]
  const way = Math.max(0, gotAt - sentAt - (answered - received))
  return {
    ahead_ms: Math.round((sentAt - received + (gotAt - answered)) / 2),
    within_ms: Math.ceil(way / 2),
  }
}
