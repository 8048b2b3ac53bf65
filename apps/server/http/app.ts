// SPDX-License-Identifier: EUPL-1.2
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import fastify, {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  LogController,
} from 'fastify'
import { StorageFault } from '../storage/fault.ts'
import type { Storage } from '../storage/storage.ts'
import { no, send } from './answer.ts'
import { bodyBytes, readJsonBodies } from './body.ts'
import type { Authenticate } from './caller.ts'
import { guard } from './guard.ts'
import { newId } from './ids.ts'
import { type ProblemCode, Refused } from './problems.ts'
import { registerRoutes } from './registers/routes.ts'

export interface AppOptions {
  readonly storage: Storage
  readonly authenticate: Authenticate
  /** UTC to the millisecond. */
  readonly clock?: () => string
  /** None when absent. */
  readonly logger?: FastifyBaseLogger
  /** Of one address. */
  readonly requestsPerMinute?: number
  /** Whether the address of a client is what a proxy in front says it is. */
  readonly isBehindProxy?: boolean
}

const usualRequestsPerMinute = 3000
/** A request that takes longer to arrive is let go. */
const requestMs = 30_000
/** Characters of a part of the path; ids have 36. */
const longestPart = 200

const systemClock = () => new Date().toISOString()

/** An application of its own: nothing of it is shared with another in the same process. */
export async function httpApp(options: AppOptions): Promise<FastifyInstance> {
  const { storage, authenticate, clock = systemClock } = options
  const app = fastify({
    ...(options.logger === undefined ? {} : { loggerInstance: options.logger }),
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: bodyBytes,
    requestTimeout: requestMs,
    routerOptions: { maxParamLength: longestPart },
    trustProxy: options.isBehindProxy ?? false,
    genReqId: () => newId(clock()),
    return503OnClosing: true,
    forceCloseConnections: 'idle',
    frameworkErrors: (_error, _request, reply) => {
      send(reply, no('request-refused'))
    },
  })
  answerErrors(app)
  readJsonBodies(app)
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
    },
  })
  await app.register(rateLimit, {
    max: options.requestsPerMinute ?? usualRequestsPerMinute,
    timeWindow: '1 minute',
    errorResponseBuilder: () => new Refused('too-many-requests'),
  })
  guard(app, authenticate)
  registerRoutes(app, { storage, clock })
  return app
}

/** The one place where what was thrown becomes an answer. */
function answerErrors(app: FastifyInstance): void {
  app.setNotFoundHandler((_request, reply) => send(reply, no('not-found')))
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const [code, parts] = codeOf(error)
    if (code === 'fault' || error instanceof StorageFault) request.log.error({ err: error }, code)
    return send(reply, no(code, parts))
  })
}

const ofFramework: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'body-too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'media-type-unknown',
}

function codeOf(error: FastifyError): readonly [ProblemCode, Refused['parts']?] {
  if (error instanceof Refused) return [error.code, error.parts]
  if (error instanceof StorageFault) return [error.code]
  const known = ofFramework[error.code]
  if (known !== undefined) return [known]
  const isTheirs = error.statusCode !== undefined && error.statusCode < 500
  return [isTheirs ? 'request-refused' : 'fault']
}
