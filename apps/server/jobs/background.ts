// SPDX-License-Identifier: EUPL-1.2
import { mailQueue, type QueueMail } from '../mail/queue.ts'
import { mailSender } from '../mail/send.ts'
import type { MailSettings } from '../mail/settings.ts'
import { smtp } from '../mail/transport.ts'
import type { Storage } from '../storage/storage.ts'
import { webhookSender } from '../webhooks/deliver.ts'
import { followLogs } from '../webhooks/feed.ts'
import type { Job, Schedule } from './job.ts'
import { Jobs, type Log, type Pace } from './jobs.ts'
import type { Background } from './routes.ts'
import { upkeepSchedules } from './upkeep.ts'

export interface BackgroundOptions {
  readonly storage: Storage
  readonly log: Log
  /** Undefined: mail waits until there is a server for it. */
  readonly mail: MailSettings | undefined
  readonly mayReachInside: boolean
  /** Of other parts of the server. */
  readonly jobs?: readonly Job<never>[]
  readonly schedules?: readonly Schedule[]
  readonly clock?: () => string
  readonly pace?: Partial<Pace>
}

export interface RunningBackground extends Background {
  readonly queueMail: QueueMail
  start(): Promise<void>
  /** Waits for what is under way. */
  stop(): Promise<void>
}

const systemClock = () => new Date().toISOString()

/** Everything that goes on behind the requests: jobs, mail, webhooks, upkeep. */
export function background(options: BackgroundOptions): RunningBackground {
  const { storage, log, mail, mayReachInside, clock = systemClock, pace } = options
  const queueMail = mailQueue({ secrets: storage.secrets, clock })
  const transport = mail === undefined ? undefined : smtp(mail)
  const mailer = mailSender({ storage, transport, clock })
  const webhooks = webhookSender({
    storage,
    clock,
    queueMail,
    isPrivateAllowed: mayReachInside,
  })
  const jobs = new Jobs({
    storage,
    jobs: [mailer.job, webhooks, ...(options.jobs ?? [])],
    schedules: [...upkeepSchedules(storage, clock), ...(options.schedules ?? [])],
    look: () => followLogs(storage, clock),
    log,
    clock,
    ...(pace === undefined ? {} : { pace }),
  })
  return {
    queueMail,
    mayReachInside,
    mailHealth: () => mailer.health(),
    figures: () => jobs.figures(),
    wake: () => jobs.wake(),
    start: () => jobs.start(),
    stop: () => jobs.stop(),
  }
}
