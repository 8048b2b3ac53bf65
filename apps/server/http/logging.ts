// SPDX-License-Identifier: EUPL-1.2
import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import { type DestinationStream, pino } from 'pino'
import { StorageFault } from '../storage/fault.ts'
import { routeOf } from './metrics.ts'

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

/**
 * One line of JSON an event, without personal data: no address, no path, no query, no header, no
 * body, nobody's name. The id of a request is what ties a line to what somebody saw.
 */
export function logger(level: LogLevel, out: DestinationStream): FastifyBaseLogger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: plainError, req: () => undefined, res: () => undefined },
    },
    out,
  )
}

/** Of an error of the database only the code: its text quotes the values it was about. */
function plainError(error: unknown): unknown {
  if (!(error instanceof Error)) return { type: typeof error }
  const code = 'code' in error ? String(error.code) : undefined
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return {
    type: error.name,
    ...(code === undefined ? {} : { code }),
    ...(error instanceof StorageFault ? { message: error.message } : {}),
    stack: frames.slice(0, 20).map((line) => line.trim()),
    ...(error.cause === undefined ? {} : { cause: plainError(error.cause) }),
  }
}

export function logAnswers(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    const line = {
      method: request.method,
      route: routeOf(request),
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
    }
    if (reply.statusCode >= 500) request.log.error(line, 'answered')
    else request.log.info(line, 'answered')
  })
}
