// SPDX-License-Identifier: EUPL-1.2
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Figures } from '../jobs/figures.ts'
import { no, send } from './answer.ts'

/** Seconds; the goals for lists and changes lie among the first. */
const buckets = [0.005, 0.01, 0.02, 0.04, 0.06, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

export interface Measured {
  readonly streams: () => number
  /** Of the work in the background; unknown while the database is away. */
  readonly figures?: (() => Promise<Figures>) | undefined
}

/**
 * For Prometheus. No label names an organisation, a person or a record: routes are told by their
 * pattern, so that the number of series stays what it is.
 */
export function metrics(app: FastifyInstance, { streams, figures }: Measured): void {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'schouw_' })
  const registers = [registry]
  const duration = new Histogram({
    name: 'schouw_http_request_seconds',
    help: 'Time from the request to the end of the answer',
    labelNames: ['method', 'route', 'status'],
    buckets,
    registers,
  })
  const faults = new Counter({
    name: 'schouw_http_faults_total',
    help: 'Answers with a status of 500 or more',
    labelNames: ['route'],
    registers,
  })
  new Gauge({
    name: 'schouw_http_streams',
    help: 'Open change feeds',
    registers,
    collect() {
      this.set(streams())
    },
  })
  const look = figures === undefined ? undefined : measureWork(registry, figures)
  app.addHook('onResponse', async (request, reply) => {
    const route = routeOf(request)
    const status = reply.statusCode
    duration.observe({ method: request.method, route, status }, reply.elapsedTime / 1000)
    if (status >= 500) faults.inc({ route })
  })
  app.addHook('onClose', async () => registry.clear())
  app.get('/metrics', { config: { isPublic: true } }, async (request, reply) => {
    // Open to the machine itself; whoever scrapes from elsewhere asks a proxy on it to let them.
    if (!isLocal(request)) return send(reply, no('not-found'))
    await look?.()
    return send(reply, {
      status: 200,
      type: registry.contentType,
      body: await registry.metrics(),
    })
  })
}

/** Counts and ages of what waits, asked when somebody scrapes. What is not known is left out. */
function measureWork(registry: Registry, figures: () => Promise<Figures>): () => Promise<void> {
  const registers = [registry]
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers })
  const active = gauge('schouw_jobs_active', 'Jobs under way')
  const givenUp = gauge('schouw_jobs_given_up', 'Jobs that failed for good and are kept')
  const oldest = gauge('schouw_jobs_oldest_seconds', 'Age of the oldest job that is due')
  const mail = gauge('schouw_mail_waiting', 'Mails that are not sent yet')
  const oldestMail = gauge('schouw_mail_oldest_seconds', 'Age of the oldest mail not sent yet')
  const failed = gauge('schouw_mail_failed', 'Mails given up within seven days')
  const waiting = new Gauge({
    name: 'schouw_jobs_waiting',
    help: 'Jobs that wait, by name; those not handed out yet stand under outbox',
    labelNames: ['job'],
    registers,
  })
  const plain = [active, givenUp, oldest, mail, oldestMail, failed]
  return async () => {
    const known = await figures().catch(() => undefined)
    waiting.reset()
    for (const one of plain) one.remove()
    if (known === undefined) return
    waiting.set({ job: 'outbox' }, known.written)
    for (const { name, count } of known.queued) waiting.set({ job: name }, count)
    active.set(known.active)
    givenUp.set(known.givenUp)
    oldest.set(known.oldestSeconds)
    mail.set(known.mailWaiting)
    oldestMail.set(known.oldestMailSeconds)
    failed.set(known.mailFailed)
  }
}

/** The pattern, never the path: that holds ids, and a query holds what people look for. */
export function routeOf(request: FastifyRequest): string {
  return request.routeOptions.url ?? 'none'
}

function isLocal({ raw, headers }: FastifyRequest): boolean {
  const address = raw.socket.remoteAddress ?? ''
  const isForwarded = 'x-forwarded-for' in headers || 'forwarded' in headers
  return !isForwarded && /^(127\.|::1$|::ffff:127\.)/.test(address)
}
