// SPDX-License-Identifier: EUPL-1.2
/**
 * NetBIOS datagrams (RFC 1002 section 4.4) and the Windows messages that travel in them: browser
 * announcements and searches for log-on servers.
 */
import type { Payload, Protocol, Recorder } from '../../protocol.ts'
import { scan } from '../../protocol.ts'
import { type NetbiosName, unfoldedName } from '../nbns/names.ts'
import { textAt } from '../wire.ts'
import { recordBrowser } from './browser.ts'
import { isSmb, mailslotAt, mailslotData } from './mailslot.ts'

export const nbdgm: Protocol = {
  name: 'nbdgm',
  carrier: 'udp',
  ports: [138],
  layers: ['nbdgm', 'smb', 'browser', 'smb_netlogon'],
  recognises: ({ view, from, to }) => isDatagram(view, from, to),
  scan(view, from, to, _isFromServer, tally) {
    if (!isDatagram(view, from, to)) return scan.foreign
    tally.layer(0)
    const smbAt = userDataAt(view, from, to)
    if (smbAt !== undefined && isSmb(view, smbAt, to)) {
      tally.layer(1)
      const mailslot = mailslotAt(view, smbAt, to)
      if (mailslot === 'browser') tally.layer(2)
      else if (mailslot === 'netlogon') tally.layer(3)
    }
    return scan.decode
  },
  volatile: [2, 4],
  decode(payload, recorder) {
    const { view, from, to } = payload
    if (!isDatagram(view, from, to)) {
      recorder.oddity('truncated')
      return undefined
    }
    if (view.getUint8(from) > broadcast) return undefined
    const dataAt = userDataAt(view, from, to)
    if (dataAt === undefined || from + namesAt > to) {
      recorder.oddity('truncated')
      return undefined
    }
    recordNames(payload, recorder)
    const end = from + lengthBase + view.getUint16(from + lengthAt)
    if (end > to) recorder.oddity('truncated')
    if (mailslotAt(view, dataAt, to) === 'browser') {
      const data = mailslotData(view, dataAt, to)
      if (data === undefined) recorder.oddity('truncated')
      else recordBrowser(payload, data.from, data.to, recorder)
    }
    return undefined
  },
}

// Message types; errors and queries follow from 0x13.
const directUnique = 0x10
const broadcast = 0x12
const lastType = 0x16
/** Flags, identifier, source address and port come first. */
const headerBytes = 10
const lengthAt = 10
/** The length counts from after the offset field. */
const lengthBase = 14
const namesAt = 14

function isDatagram(view: DataView, from: number, to: number): boolean {
  if (to - from < headerBytes) return false
  const type = view.getUint8(from)
  return type >= directUnique && type <= lastType
}

/** Where the user data of a datagram begins; undefined when there is none. */
function userDataAt(view: DataView, from: number, to: number): number | undefined {
  const type = view.getUint8(from)
  if (type > broadcast) return undefined
  const source = afterName(view, from + namesAt, to)
  return source === undefined ? undefined : afterName(view, source, to)
}

/** Names are labels without compression, closed by an empty one. */
function afterName(view: DataView, from: number, to: number): number | undefined {
  let at = from
  while (at < to) {
    const size = view.getUint8(at)
    if (size === 0) return at + 1
    if (size > 63) return undefined
    at += size + 1
  }
  return undefined
}

const domainSuffixes: readonly number[] = [0x1d, 0x1e]

function recordNames(payload: Payload, recorder: Recorder): void {
  const source = nameAt(payload, payload.from + namesAt)
  const next = afterName(payload.view, payload.from + namesAt, payload.to) ?? payload.to
  const destination = nameAt(payload, next)
  if (source === undefined || destination === undefined) {
    recorder.oddity('name-not-netbios')
    return
  }
  recorder.fact('nbdgm.name', source.text)
  if (source.suffix === 0x00 || source.suffix === 0x20) recorder.fact('hostname', source.name)
  recorder.fact('nbdgm.destination', destination.text)
  // Who speaks to the browsers of a group belongs to it.
  if (domainSuffixes.includes(destination.suffix) && !destination.name.includes('<')) {
    recorder.fact('domain', destination.name)
  }
}

function nameAt({ bytes, view }: Payload, at: number): NetbiosName | undefined {
  if (at >= view.byteLength) return undefined
  return unfoldedName(textAt(bytes, at + 1, at + 1 + view.getUint8(at)))
}
