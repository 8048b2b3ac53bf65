// SPDX-License-Identifier: EUPL-1.2
import helmet from '@fastify/helmet'
import fastify, {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  LogController,
  type RouteOptions,
} from 'fastify'
import { servedAccess } from '../access/routes.ts'
import { servedApplicability } from '../applicability/routes.ts'
import { servedAwareness } from '../awareness/routes.ts'
import { servedBulkEdits } from '../bulk-edits/routes.ts'
import type { ChainAround } from '../chain/around.ts'
import { servedChain } from '../chain/routes.ts'
import { servedContinuity } from '../continuity/routes.ts'
import { servedCrisis } from '../crisis/routes.ts'
import { servedDossiers } from '../dossier/routes.ts'
import { servedExchange } from '../exchange/routes.ts'
import { servedFigures } from '../figures/routes.ts'
import type { Files } from '../files/files.ts'
import { servedFiles } from '../files/routes.ts'
import { servedFinding } from '../finding/routes.ts'
import { servedFollowers } from '../followers/routes.ts'
import type { Identity } from '../identity/ports.ts'
import { identityRoutes } from '../identity/routes.ts'
import { servedWhenItHappens } from '../incidents/all.ts'
import { Ongoing } from '../jobs/ongoing.ts'
import { type Background, servedJobs } from '../jobs/routes.ts'
import { servedLooking } from '../looking/routes.ts'
import { servedNotices } from '../notices/routes.ts'
import { servedOwnAdvisories } from '../own-advisories/routes.ts'
import { servedPack } from '../pack/routes.ts'
import { servedPlan } from '../plan/routes.ts'
import type { Proving } from '../proving/around.ts'
import { servedProving } from '../proving/routes.ts'
import { servedReading } from '../reading/routes.ts'
import { servedRisk } from '../risk/routes.ts'
import { LossRuns } from '../risk/runs.ts'
import { servedSigning } from '../signing/routes.ts'
import { servedSources } from '../sources/routes.ts'
import { servedPending } from '../standing/pending.ts'
import { servedStanding } from '../standing/routes.ts'
import { StorageFault } from '../storage/fault.ts'
import type { Storage } from '../storage/storage.ts'
import { bringExample } from '../vulnerabilities/example.ts'
import { servedVulnerabilities } from '../vulnerabilities/routes.ts'
import { Vulnerabilities } from '../vulnerabilities/service.ts'
import { servedWeb } from '../web/routes.ts'
import { servedWebhooks } from '../webhooks/routes.ts'
import { no, send } from './answer.ts'
import { limitArrival, longestRequestMs } from './arrival.ts'
import { bodyBytes, readJsonBodies } from './body.ts'
import type { Authenticate } from './caller.ts'
import { Feed, feedRoute } from './feed.ts'
import { guard } from './guard.ts'
import { healthRoutes } from './health.ts'
import { newId } from './ids.ts'
import { KnownCallers, limitRequests } from './limit-requests.ts'
import { apartOnLinkOrigin } from './link-origin.ts'
import { logRoutes } from './log-routes.ts'
import { logAnswers } from './logging.ts'
import { metrics } from './metrics.ts'
import { openApiRoute } from './openapi.ts'
import { type ProblemCode, Refused } from './problems.ts'
import { registerRoutes } from './registers/routes.ts'

export interface AppOptions {
  readonly storage: Storage
  readonly authenticate: Authenticate
  /** Nobody signs in when absent. */
  readonly identity?: Identity
  /** None are taken or given when absent. */
  readonly files?: Files
  /** An address of its own for the links of suppliers and customers; by default that of everybody. */
  readonly linkOrigin?: string | undefined
  /** What goes on behind the requests; nothing does when absent. */
  readonly background?: Background
  /** Tells of what requests do that takes a while. */
  readonly ongoing?: Ongoing
  /** By default one that does everything at once. */
  readonly vulnerabilities?: Vulnerabilities
  /** What is set of time-stamps, witnesses and mail; nothing when absent. */
  readonly proving?: Proving
  /** UTC to the millisecond. */
  readonly clock?: () => string
  /** None when absent. */
  readonly logger?: FastifyBaseLogger
  /** Of one session or token, and of all strangers of one address together. */
  readonly requestsPerMinute?: number
  /** Between clients and us, each of which adds the address it was asked from. */
  readonly proxies?: number
  /** Told of every route there is, for whoever keeps a list. */
  readonly onRoute?: (route: RouteOptions) => void
}

const usualRequestsPerMinute = 3000
/** What is under way gets this long when the server stops. */
const stopMs = 5_000
/** Characters of a part of the path; ids have 36. */
const longestPart = 200

const systemClock = () => new Date().toISOString()

/** An application of its own: nothing of it is shared with another in the same process. */
export async function httpApp(options: AppOptions): Promise<FastifyInstance> {
  const { storage, authenticate, clock = systemClock } = options
  const ongoing = options.ongoing ?? new Ongoing({ storage, clock })
  const app = fastify({
    ...(options.logger === undefined ? {} : { loggerInstance: options.logger }),
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: bodyBytes,
    requestTimeout: longestRequestMs,
    routerOptions: { maxParamLength: longestPart },
    // What stands further to the left in their header was written by the visitor.
    trustProxy: (_address, hop) => hop < (options.proxies ?? 0),
    genReqId: () => newId(clock()),
    // What arrives while stopping is still answered; the listener is closed by then.
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    frameworkErrors: (_error, _request, reply) => {
      send(reply, no('request-refused'))
    },
  })
  if (options.onRoute !== undefined) app.addHook('onRoute', options.onRoute)
  answerErrors(app)
  limitArrival(app)
  readJsonBodies(app)
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
    },
  })
  const known = new KnownCallers()
  const max = options.requestsPerMinute ?? usualRequestsPerMinute
  await limitRequests(app, { max, known })
  apartOnLinkOrigin(app, options.linkOrigin)
  guard(app, authenticate, (request) => known.add(request, performance.now()))
  logAnswers(app)
  const feed = new Feed({ storage, clock, authenticate })
  let isStopping = false
  app.addHook('preClose', async () => {
    isStopping = true
    feed.close()
    setTimeout(() => app.server.closeAllConnections(), stopMs).unref()
  })
  const { background } = options
  metrics(app, { streams: () => feed.count, figures: background?.figures })
  healthRoutes(app, { storage, isStopping: () => isStopping })
  logRoutes(app, { storage, clock })
  servedFollowers(app, { storage, clock })
  feedRoute(app, { storage, feed })
  openApiRoute(app)
  if (options.files !== undefined) await servedFiles(app, { storage, files: options.files, clock })
  servedAmongRecords(app, { storage, clock })
  servedAccess(app, { storage, clock })
  servedStanding(app, { storage, clock })
  servedApplicability(app, { storage, clock })
  servedFigures(app, { storage, clock })
  servedPlan(app, { storage, clock, origin: options.identity?.origin ?? (() => '') })
  servedRisk(app, { storage, clock, ongoing })
  servedPending(app, { storage, clock })
  const { files, identity } = options
  const origin = identity?.origin ?? (() => 'http://localhost')
  await servedWhenItHappens(app, { storage, clock, files, origin })
  const service = vulnerabilitiesOf(options, clock)
  await servedPeople(app, options, { clock, origin, service })
  await vulnerabilitiesAndSources(app, options, { clock, ongoing, service })
  await servedExchange(app, { storage, clock, ongoing })
  if (identity !== undefined) identityRoutes(app, identity)
  servedTable(app, options, clock)
  servedJobs(app, { storage, clock, background })
  servedWebhooks(app, {
    storage,
    clock,
    isPrivateAllowed: background?.mayReachInside ?? false,
    wake: () => background?.wake(),
  })
  registerRoutes(app, { storage, clock })
  await servedWeb(app, authenticate)
  return app
}

/** Finding records, looking back on them, changing many at once; and what they say of going on. */
function servedAmongRecords(
  app: FastifyInstance,
  around: { readonly storage: Storage; readonly clock: () => string },
): void {
  servedFinding(app, around)
  servedLooking(app, around)
  servedBulkEdits(app, around)
  servedContinuity(app, around)
  servedCrisis(app, around)
}

interface PeopleAround {
  readonly clock: () => string
  readonly origin: () => string
  readonly service: Vulnerabilities | undefined
}

/** What people are asked and told, in the house and behind links. */
async function servedPeople(
  app: FastifyInstance,
  { storage, files, identity, linkOrigin }: AppOptions,
  { clock, origin, service }: PeopleAround,
): Promise<void> {
  const links = { origin, linkOrigin: () => linkOrigin ?? origin() }
  const [sendMail, warm] = [identity?.sendMail, service?.around.warm]
  const around: ChainAround = { storage, clock, files, ...links, sendMail, warm }
  servedAwareness(app, around)
  servedNotices(app, around)
  servedReading(app, around)
  await servedChain(app, around)
}

/** What the board decides and how it is proven, which is all about files. */
function servedTable(
  app: FastifyInstance,
  { storage, identity, files, proving }: AppOptions,
  clock: () => string,
): void {
  const runs = new LossRuns()
  app.addHook('onClose', () => runs.close())
  servedPack(app, { storage, clock }, runs)
  servedProving(app, { storage, clock, proving })
  if (files === undefined) return
  servedDossiers(app, { storage, files, clock, timestamps: proving?.timestamps }, runs)
  if (identity === undefined) return
  const onSigned = (tenant: string) => proving?.stampSoon(tenant)
  servedSigning(app, { storage, identity, files, clock, onSigned })
}

/** Advisories lie among the files: without a place for those there are none. */
function vulnerabilitiesOf({ storage, files, vulnerabilities }: AppOptions, clock: () => string) {
  if (files === undefined) return undefined
  return vulnerabilities ?? new Vulnerabilities({ storage, files, clock })
}

interface SourcesAround {
  readonly clock: () => string
  readonly ongoing: Ongoing
  readonly service: Vulnerabilities | undefined
}

async function vulnerabilitiesAndSources(
  app: FastifyInstance,
  { storage, files }: AppOptions,
  { clock, ongoing, service }: SourcesAround,
): Promise<void> {
  servedOwnAdvisories(app, { storage, clock })
  if (files === undefined || service === undefined) {
    return servedSources(app, { storage, clock, ongoing })
  }
  app.addHook('onClose', async () => service.close())
  await servedVulnerabilities(app, service)
  const withExample = (tenant: string, by: string) => bringExample(service, tenant, by)
  await servedSources(app, { storage, clock, ongoing, files, withExample })
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
