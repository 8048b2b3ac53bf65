// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { Readable } from 'node:stream'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { no, send } from '../http/answer.ts'
import type { Authenticate } from '../http/caller.ts'
import { Refused } from '../http/problems.ts'
import { announcedBy, languageOf } from './announced.ts'
import { broughtBy } from './brought.ts'
import { firstQuestions } from './first-questions.ts'

const built = join(import.meta.dirname, '../../../.cache/web')

/** Where the placeholder stands in the page that was built. */
const nonceMark = '__NONCE__'

/**
 * The web application as the installation built it: files by their names, which change with what is
 * in them, and its one page for every other address. Nothing is served when it was not built.
 */
export async function servedWeb(
  app: FastifyInstance,
  authenticate: Authenticate,
  folder = built,
): Promise<void> {
  const index = join(folder, 'index.html')
  const page = existsSync(index) ? readFileSync(index, 'utf8') : undefined
  const announced = announcedBy(folder)
  const brought = broughtBy(app)
  const names = new Set(
    globSync('**/*', { cwd: folder }).map((name) => `/${name.split(sep).join('/')}`),
  )
  await app.register(fastifyStatic, { root: folder, serve: false, preCompressed: true })
  app.get('/*', { config: { isPublic: true, isUnlimited: true } }, async (request, reply) => {
    const [path = ''] = request.url.split('?')
    if (path !== '/index.html' && !path.includes('..') && names.has(path)) {
      const isNamedByContent = path.startsWith('/assets/')
      return reply.sendFile(path.slice(1), {
        maxAge: isNamedByContent ? '365d' : 0,
        immutable: isNamedByContent,
      })
    }
    const { accept = '' } = request.headers
    // The first page also for tools that look whether somebody is there and take anything.
    const isAsked = accept.includes('text/html') || (path === '/' && accept.includes('*/*'))
    const isPage = !path.startsWith('/api/') && isAsked
    if (page === undefined || !isPage) return send(reply, no('not-found'))
    const { headers, method } = request
    const caller = await whoIs(authenticate, { headers, method })
    // Whoever only reports has one form, and asks for nothing else.
    const isIn = caller?.actor.roles.some((role) => role !== 'employee') ?? false
    const { links, page: own } = announced({
      url: request.url,
      language: languageOf(headers),
      isIn,
    })
    const answers =
      caller === undefined || own === undefined
        ? undefined
        : brought(request, firstQuestions(request.url, own, caller.actor))
    return sendPage(reply, page, { links, answers })
  })
}

/** Whoever is not in altogether, with a second factor still to show say, gets the page for that. */
async function whoIs(authenticate: Authenticate, asked: Parameters<Authenticate>[0]) {
  try {
    return await authenticate(asked)
  } catch (error) {
    if (error instanceof Refused) return undefined
    throw error
  }
}

interface Around {
  readonly links: string
  /** Undefined where the page brings nothing. */
  readonly answers: Promise<string> | undefined
}

function sendPage(reply: FastifyReply, page: string, { links, answers }: Around): FastifyReply {
  const nonce = randomBytes(16).toString('base64')
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    // The component library writes its colours into a style element, which carries the nonce.
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
  const whole = page.replaceAll(nonceMark, nonce).replace('</head>', `${links}</head>`)
  return reply
    .header('content-security-policy', policy)
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(answers === undefined ? whole : Readable.from(inTwo(whole, answers)))
}

/** The files of a page are fetched while its answers are made: its script begins after its end. */
async function* inTwo(page: string, answers: Promise<string>): AsyncGenerator<string> {
  const end = page.indexOf('</body>')
  yield page.slice(0, end)
  yield (await answers) + page.slice(end)
}
