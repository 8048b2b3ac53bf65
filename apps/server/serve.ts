// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { openDoor } from './backup/door.ts'
import { supplierReminderSchedule } from './chain/reminders.ts'
import type { Config } from './config.ts'
import { Files } from './files/files.ts'
import { S3Store } from './files/s3-store.ts'
import { collectSchedule } from './files/schedules.ts'
import { httpApp } from './http/app.ts'
import type { Authenticate } from './http/caller.ts'
import { type DevelopmentToken, developmentTokens, timeBoxed } from './http/development.ts'
import { newId } from './http/ids.ts'
import { logger } from './http/logging.ts'
import { authenticateBy } from './identity/authenticate.ts'
import { type Identity, identityOf } from './identity/ports.ts'
import { setupLink } from './identity/setup.ts'
import { clockSchedule } from './incidents/reminders.ts'
import { background } from './jobs/background.ts'
import type { Schedule } from './jobs/job.ts'
import { loosely } from './mail/port.ts'
import { mailQueue } from './mail/queue.ts'
import { digestSchedule } from './notices/digest.ts'
import { type ReminderOptions, reminderSchedule } from './plan/reminders.ts'
import { provingOf } from './proving/around.ts'
import type { listenToBroker } from './sensors/broker.ts'
import { openStorage, type Storage } from './storage/storage.ts'
import { Vulnerabilities } from './vulnerabilities/service.ts'

export interface Serving {
  /** Where it answers. */
  readonly url: string
  /** For the first account; undefined once there is one. */
  readonly setup: { readonly url: string; readonly until: string } | undefined
  /** Takes nothing new, finishes what is under way, then closes storage. */
  stop(): Promise<void>
}

/** What the demonstration adds. A server that is really used is started without it. */
export interface Addition {
  readonly authenticate: (usual: Authenticate) => Authenticate
  /** Before anybody can knock. */
  readonly open: (app: FastifyInstance, identity: Identity) => Promise<void>
}

/** Storage first, then the application on it, then the door. Undone in the other order. */
export async function serve(
  config: Config,
  out: { write(line: string): void },
  addition?: Addition,
): Promise<Serving> {
  const { folder, databaseUrl, secret } = config
  const storage = await openStorage({ folder, databaseUrl, secret })
  try {
    const tokens = await tokensFor(storage, config)
    // Known once the port is.
    let origin = config.origin ?? 'http://localhost'
    const log = logger(config.logLevel, out)
    const files = await filesOf(config, storage)
    const collecting = collectSchedule(storage, files, () => new Date().toISOString())
    const clock = () => new Date().toISOString()
    const queueMail = mailQueue({ secrets: storage.secrets, clock })
    const { proving, schedules } = provingOf(config, { storage, clock, queueMail, log })
    const reminding = { storage, queueMail, clock, origin: () => origin }
    const vulnerabilities = new Vulnerabilities({
      storage,
      files,
      clock,
      isPrivateAllowed: config.areWebhooksPrivate,
    })
    const behind = background({
      jobs: vulnerabilities.jobs,
      storage,
      log,
      mail: config.mail,
      mayReachInside: config.areWebhooksPrivate,
      schedules: [
        ...schedules,
        collecting,
        ...vulnerabilities.schedules,
        ...remindersOf(config, reminding),
      ],
    })
    vulnerabilities.leaveToJobs(() => behind.wake())
    const mail = config.mail === undefined ? {} : { sendMail: loosely(behind.queueMail) }
    const identity = identityOf({ storage, origin: () => origin, ...mail })
    const usual = eitherOf(developmentTokens(tokens), authenticateBy(identity))
    const app = await httpApp({
      storage,
      identity,
      authenticate: addition?.authenticate(usual) ?? usual,
      files,
      background: behind,
      vulnerabilities,
      proving,
      logger: log,
      proxies: config.proxies,
      linkOrigin: config.linkOrigin,
    })
    await addition?.open(app, identity)
    await app.listen({ host: config.host, port: config.port })
    // Nobody who asks something has to wait for it.
    await behind.start().catch(async (error) => {
      await app.close()
      throw error
    })
    const stopListening = listening(config, { storage, clock, log })
    const door = await openDoor(folder, storage.engine)
    const { port } = app.server.address() as AddressInfo
    origin = config.origin ?? `http://localhost:${port}`
    const host = config.host.includes(':') ? `[${config.host}]` : config.host
    return {
      url: `http://${host}:${port}`,
      setup: await setupLink(identity),
      stop: async () => {
        await door.close()
        await stopListening()
        await app.close()
        await identity.idle()
        await behind.stop()
        await storage.close()
      },
    }
  } catch (error) {
    await storage.close().catch(() => {})
    throw error
  }
}

/** Without a server for mail letters would pile up and all go out on the day there is one. */
function remindersOf({ mail }: Config, reminding: ReminderOptions): readonly Schedule[] {
  if (mail === undefined) return [clockSchedule({ ...reminding, queueMail: undefined })]
  return [
    reminderSchedule(reminding),
    digestSchedule(reminding),
    supplierReminderSchedule(reminding),
    clockSchedule(reminding),
  ]
}

/**
 * Sensors through a broker, where one is set. Its packages are loaded only then, and its absence
 * keeps nothing else waiting.
 */
function listening(
  { nats }: Config,
  around: Parameters<typeof listenToBroker>[1],
): () => Promise<void> {
  if (nats === undefined) return async () => {}
  const stopping = new AbortController()
  const broker = import('./sensors/broker.ts')
    .then(({ listenToBroker }) => listenToBroker(nats, around, stopping.signal))
    .catch((error) => {
      around.log.warn({ error: String(error) }, 'NATS is set and cannot be used')
      return undefined
    })
  return async () => {
    stopping.abort()
    await (await broker)?.stop()
  }
}

/** Tokens of development where there are any, else what people sign in with. */
function eitherOf(development: Authenticate, real: Authenticate): Authenticate {
  return async (asked) => (await development(asked)) ?? (await real(asked))
}

/** Where files lie, with what cut-off uploads left there cleared away. */
async function filesOf(config: Config, storage: Storage): Promise<Files> {
  const { folder, s3 } = config
  const store = s3 === undefined ? {} : { store: new S3Store(s3) }
  const files = new Files({ storage, folder, ...store })
  await files.sweep({ isAlone: storage.engine.name === 'embedded' })
  return files
}

/** Development tokens speak for the first organisation; one is made where there is none. */
async function tokensFor(storage: Storage, config: Config): Promise<readonly DevelopmentToken[]> {
  if (config.developmentTokens.length === 0) return []
  const now = new Date().toISOString()
  const [known] = await storage.tenants()
  const tenant = known?.id ?? newId(now)
  if (known === undefined) await storage.createTenant({ id: tenant, name: 'Development' })
  return config.developmentTokens.map(({ role, token }) => ({
    token,
    tenant,
    actor: { person: personOf(role), roles: [role], processes: [], ...timeBoxed(now) },
  }))
}

/** The same person at every start, so that four eyes stay four. RFC 9562, version 8. */
function personOf(role: string): string {
  const hex = createHash('sha256').update(`schouw development ${role}`).digest('hex')
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`]
  return [...parts, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-')
}
