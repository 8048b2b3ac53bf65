// SPDX-License-Identifier: EUPL-1.2
/**
 * Niagara Fox (Tridium, TCP 1911): building controls. Both sides greet in lines of text that name
 * host, station, software and operating system.
 */
import { type FactName, type Payload, type Protocol, type Recorder, scan } from '../../protocol.ts'
import { startsWith, textAt } from '../wire.ts'

/** `fox a 1 -1 fox hello`, a block in braces, two semicolons at the end. */
const opening = 'fox '
const maxMessage = 8192

const fields: Readonly<Record<string, FactName>> = {
  hostName: 'hostname',
  'station.name': 'fox.station',
  'app.name': 'fox.application',
  'vm.name': 'fox.vm',
  hostId: 'fox.host_id',
  brandId: 'fox.brand',
  'fox.version': 'fox.version',
}

export const fox: Protocol = {
  name: 'fox',
  carrier: 'tcp',
  ports: [1911],
  roams: true,
  streamBytes: maxMessage,
  recognises: ({ bytes, from, to }: Payload) => isOpening(bytes, from, to),
  scan: () => scan.seen,
  decode(payload: Payload, recorder: Recorder): number {
    const { bytes, from, to } = payload
    let at = from
    while (at < to) {
      const end = endOf(bytes, at, to)
      if (end < 0) break
      if (isOpening(bytes, at, end)) recordMessage(textAt(bytes, at, end), recorder)
      else recorder.oddity('foreign-protocol')
      at = end
    }
    if (at < to && (payload.isCut || to - at >= maxMessage)) {
      recorder.oddity('truncated')
      return to - from
    }
    return at - from
  },
}

function isOpening(bytes: Uint8Array, from: number, to: number): boolean {
  return startsWith(bytes, from, to, opening) && to - from > 12
}

/** Behind the two semicolons and the line break that may follow; -1 where they are missing. */
function endOf(bytes: Uint8Array, from: number, to: number): number {
  for (let at = from; at + 1 < to; at += 1) {
    if (bytes[at] !== 0x3b || bytes[at + 1] !== 0x3b) continue
    return at + 2 < to && bytes[at + 2] === 0x0a ? at + 3 : at + 2
  }
  return -1
}

function recordMessage(text: string, recorder: Recorder): void {
  const [first = '', ...lines] = text.split('\n')
  if (!first.includes('fox hello')) {
    if (first.includes('fox login')) recorder.fact('fox.login', 'asked', 'receiver')
    return
  }
  const values = new Map<string, string>()
  for (const line of lines) {
    const [, name, value] = /^([\w.]+)=[a-z]:(.*)$/.exec(line) ?? []
    if (name !== undefined && value !== undefined) values.set(name, value)
  }
  for (const [field, name] of Object.entries(fields)) recorder.fact(name, values.get(field) ?? '')
  const system = [values.get('os.name') ?? '', values.get('os.version') ?? '']
  recorder.fact('operating_system', system.join(' '))
  // Only a station is a device; a workbench is a person's computer.
  if (values.get('app.name') !== 'Station') return
  recorder.fact('vendor', 'Tridium')
  recorder.fact('model', 'Niagara')
  recorder.fact('firmware', values.get('app.version') ?? '')
}
