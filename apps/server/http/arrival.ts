// SPDX-License-Identifier: EUPL-1.2
import type { FastifyInstance } from 'fastify'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Its body may take long to arrive, and minds for itself that something keeps coming. */
    isStreamed?: true
  }
}

/** A body that takes longer to arrive is let go. */
const bodyMs = 30_000
/** Of any request; the server's own limit knows no difference between a form and a capture. */
export const longestRequestMs = 12 * 3_600_000

/** Whoever sends a form letter by letter does not hold a connection for long. */
export function limitArrival(app: FastifyInstance): void {
  app.addHook('onRequest', async ({ raw, headers, routeOptions }) => {
    const hasBody = headers['transfer-encoding'] !== undefined || headers['content-length']
    if (!hasBody || routeOptions.config?.isStreamed === true) return
    const timer = setTimeout(() => raw.destroy(), bodyMs)
    for (const end of ['end', 'close'] as const) raw.once(end, () => clearTimeout(timer))
  })
}
