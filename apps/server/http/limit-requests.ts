// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Refused } from './problems.ts'

/** Remembered at once; beyond, whoever was quiet longest counts with the others of its address. */
const mostKnown = 20_000
const knownMs = 10 * 60_000

/**
 * Who has shown a moment ago who it is. A whole factory may stand behind one address: such requests
 * count for the session or token they carry, all others for the address, so that guessing stays slow
 * and a stranger next door takes nothing from whoever is at work.
 */
export class KnownCallers {
  readonly #until = new Map<string, number>()

  /**
   * For whom a request counts. What is shown and was not found to hold lately counts apart from what
   * shows nothing: a flood of strangers keeps nobody of the same address from coming back.
   */
  nameOf(request: FastifyRequest, now: number): string {
    const name = shownBy(request)
    if (name === undefined) return request.ip
    return (this.#until.get(name) ?? 0) > now ? name : `${request.ip} unknown`
  }

  /** What the request shows was found to hold. */
  add(request: FastifyRequest, now: number): void {
    const name = shownBy(request)
    if (name === undefined) return
    this.#until.delete(name)
    this.#until.set(name, now + knownMs)
    if (this.#until.size <= mostKnown) return
    const [oldest] = this.#until.keys()
    if (oldest !== undefined) this.#until.delete(oldest)
  }
}

/** Never the secret itself. */
function shownBy({ headers: { authorization = '', cookie = '' } }: FastifyRequest) {
  if (authorization === '' && cookie === '') return undefined
  return createHash('sha256').update(`${authorization}\n${cookie}`).digest('base64')
}

/** Before anybody is asked who they are: guessing is what has to be slow. */
export async function limitRequests(
  app: FastifyInstance,
  { max, known }: { readonly max: number; readonly known: KnownCallers },
): Promise<void> {
  const keyGenerator = (request: FastifyRequest) => known.nameOf(request, performance.now())
  await app.register(rateLimit, { global: false, max, timeWindow: '1 minute', keyGenerator })
  const consume = app.createRateLimit()
  app.addHook('onRequest', async (request, reply) => {
    if (request.routeOptions.config?.isUnlimited === true) return
    const limit = await consume(request)
    if (limit.isAllowed || !limit.isExceeded) return
    reply.header('retry-after', String(limit.ttlInSeconds))
    throw new Refused('too-many-requests')
  })
}
