// SPDX-License-Identifier: EUPL-1.2
/** Telnet (RFC 854): prompts and banners of servers, terminals of clients, sessions in the clear. */
import type { Payload, Protocol, Recorder } from '../../protocol.ts'
import { scan } from '../../protocol.ts'
import { textAt } from '../wire.ts'
import { type Subnegotiation, separated } from './commands.ts'

const port = 23

export const telnet: Protocol = {
  name: 'telnet',
  carrier: 'tcp',
  ports: [port],
  roams: true,
  recognises({ view, from, to, source, destination }) {
    if (source.port === port || destination.port === port) return true
    // Elsewhere it must begin with three negotiations.
    return to - from >= 9 && [0, 3, 6].every((at) => isNegotiation(view, from + at))
  },
  scan(view, from, to, isFromServer) {
    return isFromServer && endsAsPrompt(view, from, to) ? scan.decode : scan.seen
  },
  decode(payload, recorder) {
    const { text, subnegotiations, isCut } = separated(payload.bytes, payload.from, payload.to)
    if (isCut) recorder.oddity('command-cut')
    if (!payload.isFromServer) {
      for (const part of subnegotiations) recordOption(payload, part, recorder)
    }
    // Negotiation alone is not yet a session.
    const hasText = text.length > 0
    if (hasText) recorder.event('cleartext_login', { method: 'session' })
    if (hasText && payload.isFromServer) recordPrompt(text, recorder)
    return undefined
  },
}

const interpret = 255
const will = 251
const dont = 254

function isNegotiation(view: DataView, at: number): boolean {
  const command = view.getUint8(at + 1)
  return view.getUint8(at) === interpret && command >= will && command <= dont
}

const colon = 0x3a
const space = 0x20

function endsAsPrompt(view: DataView, from: number, to: number): boolean {
  let at = to - 1
  while (at > from && view.getUint8(at) <= space) at -= 1
  return at >= from && view.getUint8(at) === colon
}

const prompt = /(?:log ?in|user ?name|user|password|passwort|passwd|wachtwoord) ?: ?\s*$/i
const passwordPrompt = /pass(?:word|wort|wd) ?: ?\s*$|wachtwoord ?: ?\s*$/i

/** What stands before a prompt is the banner. Anything else is what people do there. */
function recordPrompt(text: string, recorder: Recorder): void {
  const match = prompt.exec(text)
  if (match === null) return
  if (passwordPrompt.test(text)) recorder.event('cleartext_login', { method: 'password' })
  recorder.fact('telnet.prompt', match[0])
  recorder.fact('telnet.banner', text.slice(0, match.index).replaceAll(/\s+/g, ' '))
}

const terminalType = 24
const oldEnvironment = 36
const environment = 39

/** RFC 1091: `IS` and a name. RFC 1572: variables, of which `USER` names who will log in. */
function recordOption({ bytes }: Payload, part: Subnegotiation, recorder: Recorder): void {
  const { option, from, to } = part
  if (to - from < 2 || bytes[from] !== 0) return
  if (option === terminalType) recorder.fact('telnet.terminal', textAt(bytes, from + 1, to))
  if (option !== environment && option !== oldEnvironment) return
  const user = variableIn(bytes, from + 1, to, 'USER')
  if (user !== '') recorder.event('cleartext_login', { method: 'environment', user })
}

/** Each variable is a mark below 4, its name, a mark and its value. */
function variableIn(bytes: Uint8Array, from: number, to: number, name: string): string {
  let previous = ''
  let start = from
  for (let at = from; at <= to; at += 1) {
    if (at < to && (bytes[at] as number) > 3) continue
    const piece = textAt(bytes, start, at)
    if (previous === name) return piece
    previous = piece
    start = at + 1
  }
  return ''
}
