// SPDX-License-Identifier: EUPL-1.2
/** HTTP/1: agents of clients, software and titles of servers, log-ins in the clear. */
import type { Payload, Protocol, Recorder } from '../../protocol.ts'
import { scan } from '../../protocol.ts'
import { recordNtlmText } from '../ntlm/index.ts'
import { recordRemoteAccess } from '../remote-access/index.ts'
import { textAt } from '../wire.ts'
import { basicLogin, formLogin } from './credentials.ts'
import { type Head, readHead } from './head.ts'
import { beginsBody, httpOperation, isRequestLine, responseCode, startCode } from './start.ts'

// Servers refuse heads larger than 8 or 16 kB.
const maxHeadBytes = 16_384

export const http: Protocol = {
  name: 'http',
  carrier: 'tcp',
  ports: [80, 8080, 8000, 8008, 8081, 8888, 3128],
  roams: true,
  streamBytes: maxHeadBytes,
  // Messages count where they begin. The rest of a body is no message, but still ours.
  layers: ['http_body', 'http'],
  recognises({ bytes, view, from, to }) {
    const code = startCode(view, from, to)
    return code === responseCode || (code !== undefined && isRequestLine(bytes, from, to))
  },
  scan(view, from, to, _isFromServer, tally) {
    const code = startCode(view, from, to)
    if (code === undefined) {
      // A picture, or something else that has our port: not worth a look, and no proof of HTTP.
      if (!beginsBody(view, from, to)) return scan.foreign
      tally.layer(0)
      return scan.seen
    }
    tally.layer(1)
    tally.add(code)
    return scan.decode
  },
  operation: httpOperation,
  decode(payload, recorder) {
    const { bytes, view, from, to } = payload
    const code = startCode(view, from, to)
    if (code === undefined) {
      recordBody(payload, from, recorder)
      return undefined
    }
    const head = readHead(bytes, from, to)
    // The lines that are there are kept at once: the rest may never come.
    if (code === responseCode) recordResponse(head, recorder)
    else recordRequest(head, recorder)
    if (head.bodyAt === undefined) {
      if (!payload.isCut && to - from < maxHeadBytes) return 0
      recorder.oddity('head-not-closed')
      return undefined
    }
    recordLogin(head, recorder)
    // A page that says where the page is, or that there is none, is about the request.
    const status = head.start[1]
    if (code !== responseCode || /^(?:2|401|403)/.test(status)) {
      recordBody(payload, head.bodyAt, recorder)
    }
    return undefined
  },
}

const maxTargetLength = 256
/** Parts of pages: they would bury the pages. */
const isDecoration = /\.(?:gif|png|jpe?g|ico|svg|webp|css|js|map|woff2?|ttf|eot)$/i

function recordRequest({ start, fields }: Head, recorder: Recorder): void {
  const [method, target] = start
  keep(recorder, 'user_agent', fields.get('user-agent'))
  const host = fields.get('host')
  keep(recorder, 'http.host', host)
  if (host !== undefined) recordRemoteAccess(host.replace(/:\d+$/, ''), 'http', recorder)
  // The one path of Windows remote management ([MS-WSMV]).
  if (/^\/wsman\b/i.test(target)) {
    recorder.event('remote_access', { tool: 'WinRM', how: 'protocol' })
  }
  // What follows the question mark is the user's business.
  const path = target.split('?', 1)[0] ?? ''
  if (!isDecoration.test(path)) {
    recorder.fact('http.request', `${method} ${path.slice(0, maxTargetLength)}`)
  }
  const name = host === undefined ? undefined : /^([a-z][\w-]*(?:\.[\w-]+)*)(?::\d+)?$/i.exec(host)
  // To a proxy the target is a whole address, and the host is somebody else.
  if (name?.[1] !== undefined && target.startsWith('/')) {
    recorder.fact('http.name', name[1], 'receiver')
  }
}

function recordLogin({ fields }: Head, recorder: Recorder): void {
  for (const name of ['authorization', 'proxy-authorization']) {
    const authorization = fields.get(name)
    if (authorization === undefined) continue
    const login = basicLogin(authorization)
    if (login !== undefined) recorder.event('cleartext_login', { ...login })
    recordNtlmText(authorization, recorder)
  }
  // Windows servers tell their names in the challenge.
  for (const name of ['www-authenticate', 'proxy-authenticate']) {
    const challenge = fields.get(name)
    if (challenge !== undefined) recordNtlmText(challenge, recorder)
  }
}

function recordResponse({ fields }: Head, recorder: Recorder): void {
  keep(recorder, 'server_software', fields.get('server'))
  keep(recorder, 'http.powered_by', fields.get('x-powered-by'))
  // What a cache hands on was stated by somebody else, some time ago.
  const date = fields.get('date') ?? ''
  if (httpDate.test(date) && !fields.has('age')) recorder.clock(Date.parse(date) / 1000)
  const challenge = fields.get('www-authenticate')
  if (challenge === undefined) return
  keep(recorder, 'http.realm', /realm="([^"]*)"/i.exec(challenge)?.[1])
}

/** RFC 9110, section 5.6.7; the older forms are not written any more. */
const httpDate = /^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/

const maxTitleSearchBytes = 4096

/** The beginning of a body, or of any part of one: pages have a title, forms may log in. */
function recordBody(payload: Payload, bodyAt: number, recorder: Recorder): void {
  const { bytes, to } = payload
  if (bodyAt >= to) return
  if (!payload.isFromServer) {
    const login = formLogin(bytes, bodyAt, to)
    if (login !== undefined) recorder.event('cleartext_login', { ...login })
    return
  }
  const page = textAt(bytes, bodyAt, Math.min(to, bodyAt + maxTitleSearchBytes))
  const title = /<title[^>]*>([^<]{1,256})</i.exec(page)?.[1]
  keep(recorder, 'http.title', title?.replaceAll(/\s+/g, ' '))
}

function keep(
  recorder: Recorder,
  name: Parameters<Recorder['fact']>[0],
  value: string | undefined,
): void {
  if (value !== undefined) recorder.fact(name, value)
}
