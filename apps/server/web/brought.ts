// SPDX-License-Identifier: EUPL-1.2
// Answers that a page brings with it, so that it asks nothing before it can be drawn.
import type { IncomingHttpHeaders } from 'node:http'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Question } from './first-questions.ts'

/** A page waits no longer than this for its answers: it asks for the others by itself. */
const mostMs = 1_000
/** Characters of all answers together; whatever would not fit is asked for. */
const mostText = 1_000_000
/** As many as are named at once. */
const mostNames = 500

/** What belongs to the page itself, and not to what is asked for it. */
const ofPage = /^(?:accept|accept-encoding|connection|content-.*|if-.*|range|sec-.*|upgrade.*)$/

/** One element with the answers by their paths, in which nothing is markup or script. */
export function broughtBy(app: FastifyInstance) {
  return async (request: FastifyRequest, questions: readonly Question[]): Promise<string> => {
    const asking = askingAs(app, request)
    const answers = new Map<string, string>()
    const ids = new Set<string>()
    let left = mostText
    const keep = (path: string, text: string | undefined) => {
      if (text === undefined || text.length > left) return
      left -= text.length
      answers.set(path, text)
    }
    const answered = async ({ path, leadsTo, isNamed }: Question) => {
      const text = await asking('GET', path)
      keep(path, text)
      if (text === undefined) return
      if (isNamed !== undefined) for (const id of idsIn(text, isNamed)) ids.add(id)
      const next = leadsTo?.(text) ?? []
      await Promise.all(next.map(async (one) => keep(one, await asking('GET', one))))
    }
    const named = async () => {
      await Promise.all(questions.map(answered))
      if (ids.size === 0) return
      const body = { ids: [...ids].slice(0, mostNames) }
      keep(namesPath, await asking('POST', namesPath, body))
    }
    await within(mostMs, named())
    const pairs = [...answers].map(([path, text]) => `${JSON.stringify(path)}:${text}`)
    const inert = `{${pairs.join(',')}}`.replaceAll('<', '\\u003c')
    return `<script type="application/json" id="brought">${inert}</script>`
  }
}

const namesPath = '/api/v1/names'

/** Through every wall of the application, as the browser that asks for the page. */
function askingAs(app: FastifyInstance, { headers, socket }: FastifyRequest) {
  const own: IncomingHttpHeaders = Object.fromEntries(
    Object.entries(headers).filter(([name]) => !ofPage.test(name)),
  )
  return async (
    method: 'GET' | 'POST',
    url: string,
    body?: object,
  ): Promise<string | undefined> => {
    const { statusCode, payload } = await app.inject({
      method,
      url,
      headers: { ...own, accept: 'application/json', 'sec-fetch-site': 'same-origin' },
      ...(body === undefined ? {} : { payload: body }),
      ...(socket.remoteAddress === undefined ? {} : { remoteAddress: socket.remoteAddress }),
    })
    return statusCode === 200 ? payload : undefined
  }
}

const pair = /"(\w+)":"([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})"/g

function idsIn(text: string, isNamed: (field: string) => boolean): readonly string[] {
  return [...text.matchAll(pair)].flatMap(([, field = '', id = '']) => (isNamed(field) ? [id] : []))
}

async function within(ms: number, done: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const over = new Promise((resolve) => {
    timer = setTimeout(resolve, ms)
  })
  // What is refused or breaks is met again, and told, when the page asks by itself.
  await Promise.race([done.catch(() => undefined), over])
  clearTimeout(timer)
}
