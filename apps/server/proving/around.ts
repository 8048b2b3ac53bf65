// SPDX-License-Identifier: EUPL-1.2
import type { Config } from '../config.ts'
import type { Schedule } from '../jobs/job.ts'
import type { QueueMail } from '../mail/queue.ts'
import type { Storage } from '../storage/storage.ts'
import { renewSchedule } from '../timestamps/renew.ts'
import type { TimestampSettings } from '../timestamps/settings.ts'
import { stampNow, stampSchedule } from '../timestamps/stamp.ts'
import { cosignSchedule } from '../witness/cosign.ts'
import type { WitnessSettings } from '../witness/settings.ts'
import { mailHeadsSchedule } from './mail-heads.ts'

/** What stands outside the reach of whoever runs the server, as far as it is set. */
export interface Proving {
  readonly timestamps: TimestampSettings | undefined
  readonly witness: WitnessSettings | undefined
  /** Whether heads go to directors by mail. */
  readonly isMailed: boolean
  /** Soon: what was just signed gets its time. */
  stampSoon(tenant: string): void
}

interface Around {
  readonly storage: Storage
  readonly clock: () => string
  readonly queueMail: QueueMail
  readonly log: { warn(facts: object, text: string): void }
}

export function provingOf(
  { timestamps, witness, mail }: Config,
  { storage, clock, queueMail, log }: Around,
): { readonly proving: Proving; readonly schedules: readonly Schedule[] } {
  const onClock = (behindMs: number) => log.warn({ behindMs }, 'clock differs from the authority')
  const onTrouble = (why: string, facts: object) => log.warn({ why, ...facts }, 'no cosignature')
  const stamping =
    timestamps === undefined ? undefined : { storage, settings: timestamps, clock, onClock }
  const schedules = [
    ...(stamping === undefined ? [] : [stampSchedule(stamping), renewSchedule(stamping)]),
    ...(witness === undefined
      ? []
      : [cosignSchedule({ storage, settings: witness, clock, onTrouble })]),
    ...(mail === undefined ? [] : [mailHeadsSchedule({ storage, queueMail, clock })]),
  ]
  const stampSoon = (tenant: string) => {
    if (stamping === undefined) return
    // What fails now is taken up by the schedule.
    stampNow(stamping, tenant).catch((error) => log.warn({ error: String(error) }, 'no stamp yet'))
  }
  return { proving: { timestamps, witness, isMailed: mail !== undefined, stampSoon }, schedules }
}
