// SPDX-License-Identifier: EUPL-1.2
/** WS-Discovery (OASIS, 2009): computers, printers and cameras announce themselves. */
import type { Protocol, Recorder } from '../../protocol.ts'
import { scan } from '../../protocol.ts'
import { textAt } from '../wire.ts'

const port = 3702

export const wsd: Protocol = {
  name: 'wsd',
  carrier: 'udp',
  ports: [port],
  recognises: ({ view, from, to }) => isXml(view, from, to),
  scan: (view, from, to) => (isXml(view, from, to) ? scan.decode : scan.foreign),
  decode({ bytes, from, to }, recorder) {
    const text = textAt(bytes, from, to)
    if (!/<\/[\w.-]*:?Envelope>\s*$/.test(text)) recorder.oddity('truncated')
    const action = elementIn(text, 'Action').split('/').at(-1) ?? ''
    if (action === 'Probe') recorder.fact('wsd.search', elementIn(text, 'Types'))
    else if (announcements.includes(action)) recordAnnouncement(text, recorder)
    return undefined
  },
}

const announcements: readonly string[] = ['Hello', 'ProbeMatches', 'ResolveMatches']

const less = 0x3c

/** The document begins with an element; a byte order mark may come first. */
function isXml(view: DataView, from: number, to: number): boolean {
  if (to - from < 8) return false
  return view.getUint8(from) === less || view.getUint32(from) === 0xefbbbf3c
}

function recordAnnouncement(text: string, recorder: Recorder): void {
  const types = elementIn(text, 'Types')
  recorder.fact('wsd.types', types)
  recorder.fact('wsd.address', elementIn(text, 'XAddrs'))
  recorder.fact('wsd.endpoint', elementIn(elementIn(text, 'EndpointReference'), 'Address'))
  for (const [type, role] of roles) {
    if (types.includes(type)) recorder.fact('role_hint', role)
  }
  for (const scope of elementIn(text, 'Scopes').split(/\s+/)) recordScope(scope, recorder)
}

const roles: readonly (readonly [string, string])[] = [
  ['PrintDeviceType', 'printer'],
  ['ScanDeviceType', 'printer'],
  ['NetworkVideoTransmitter', 'camera'],
  ['Computer', 'workstation'],
]

/** ONVIF Core Specification, section 7.3.2: what a camera is, in the last part of an address. */
function recordScope(scope: string, recorder: Recorder): void {
  const [, kind, value] = /^onvif:\/\/www\.onvif\.org\/(\w+)\/(.+)$/.exec(scope) ?? []
  if (kind === undefined || value === undefined) return
  const plain = unescaped(value)
  if (kind === 'hardware') recorder.fact('model', plain)
  else if (kind === 'name') recorder.fact('wsd.name', plain)
  else if (kind === 'location') recorder.fact('location', plain)
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Content of the first element of this name, whatever its prefix; empty when there is none. */
function elementIn(text: string, name: string): string {
  const opening = new RegExp(`<(?:[\\w.-]+:)?${name}(?:\\s[^>]*)?>`).exec(text)
  if (opening === null) return ''
  const from = opening.index + opening[0].length
  const rest = text.slice(from)
  const closing = new RegExp(`</(?:[\\w.-]+:)?${name}\\s*>`).exec(rest)
  return closing === null ? '' : rest.slice(0, closing.index).trim()
}
