// SPDX-License-Identifier: EUPL-1.2
// NetBIOS names: fifteen characters padded with blanks and a suffix that says what kind it is.
import type { Recorder, Subject } from '../../protocol.ts'
import { hexBytes } from '../wire.ts'

export interface NetbiosName {
  /** Without padding; bytes that cannot be printed as `<00>`. */
  readonly name: string
  readonly suffix: number
  /** `NAME<20>` */
  readonly text: string
}

const nameBytes = 15

/** The name in sixteen plain bytes. */
export function netbiosNameAt(bytes: Uint8Array, from: number): NetbiosName {
  let end = from + nameBytes
  while (end > from && bytes[end - 1] === 0x20) end -= 1
  let name = ''
  for (let at = from; at < end; at += 1) {
    const byte = bytes[at] as number
    name +=
      byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : `<${hexBytes(bytes, at, at + 1)}>`
  }
  const suffix = bytes[from + nameBytes] as number
  return { name, suffix, text: `${name}<${suffix.toString(16).padStart(2, '0')}>` }
}

/**
 * The name in the first label of a DNS-shaped name: each half byte is a letter from A (RFC 1001
 * section 14.1). Undefined when the label is anything else.
 */
export function unfoldedName(name: string): NetbiosName | undefined {
  const dot = name.indexOf('.')
  const label = dot < 0 ? name : name.slice(0, dot)
  if (!/^[A-P]{32}$/.test(label)) return undefined
  const bytes = new Uint8Array(nameBytes + 1)
  for (let index = 0; index <= nameBytes; index += 1) {
    const high = label.charCodeAt(2 * index) - 0x41
    bytes[index] = (high << 4) | (label.charCodeAt(2 * index + 1) - 0x41)
  }
  return netbiosNameAt(bytes, 0)
}

const workstation = 0x00
const fileServer = 0x20
const masterBrowser = 0x1d
const domainMasterBrowser = 0x1b
const domainControllers = 0x1c
const browserElections = 0x1e

/** What owning a name says about its owner. */
export function recordOwnedName(
  owned: NetbiosName,
  isGroup: boolean,
  recorder: Recorder,
  about: Subject,
): void {
  recorder.fact('nbns.name', owned.text, about)
  // `__MSBROWSE__` and names with control bytes name a function, not a host.
  if (owned.name === '' || owned.name.includes('<') || owned.name.startsWith('*')) return
  if (!isGroup && (owned.suffix === workstation || owned.suffix === fileServer)) {
    recorder.fact('hostname', owned.name, about)
  }
  if (isGroup && (owned.suffix === workstation || owned.suffix === browserElections)) {
    recorder.fact('domain', owned.name, about)
  }
  if (owned.suffix === masterBrowser) recorder.fact('role_hint', 'master-browser', about)
  if (owned.suffix === domainMasterBrowser || (isGroup && owned.suffix === domainControllers)) {
    recorder.fact('domain', owned.name, about)
    recorder.fact('role_hint', 'domain-controller', about)
  }
}
