// SPDX-License-Identifier: EUPL-1.2
// Browser service messages ([MS-BRWS] section 2.2): Windows hosts announce themselves.
import type { Recorder } from '../../protocol.ts'
import { hex, textAt } from '../wire.ts'

const command = {
  host: 0x01,
  announcementRequest: 0x02,
  election: 0x08,
  becomeBackup: 0x0b,
  domain: 0x0c,
  master: 0x0d,
  localMaster: 0x0f,
} as const

// Offsets within an announcement.
const nameAt = 6
const nameBytes = 16
const versionAt = 22
const serverTypeAt = 24
const commentAt = 32

export function recordBrowser(
  { bytes, view }: { readonly bytes: Uint8Array; readonly view: DataView },
  from: number,
  to: number,
  recorder: Recorder,
): void {
  if (from >= to) {
    recorder.oddity('truncated')
    return
  }
  const kind = view.getUint8(from)
  if (kind === command.host || kind === command.domain || kind === command.localMaster) {
    if (to - from < commentAt) {
      recorder.oddity('truncated')
      return
    }
    const name = textAt(bytes, from + nameAt, from + nameAt + nameBytes)
    const version = `${view.getUint8(from + versionAt)}.${view.getUint8(from + versionAt + 1)}`
    const serverType = view.getUint32(from + serverTypeAt, true)
    const comment = textAt(bytes, from + commentAt, to)
    recorder.fact('browser.server_type', hex(serverType, 8))
    if (kind === command.domain) {
      // The name is the domain's; the place of the comment holds the master browser's own name,
      // and the version is that of the browser service.
      recorder.fact('domain', name)
      recorder.fact('hostname', comment)
      recorder.fact('browser.version', version)
    } else {
      recorder.fact('hostname', name)
      recorder.fact('browser.os_version', version)
      recorder.fact('description', comment)
      recordRoles(serverType, recorder)
    }
  } else {
    // Where the name of the sender stands in the other messages that hold one.
    const at = { [command.announcementRequest]: 2, [command.election]: 14 }[kind]
    if (at === undefined) return
    if (from + at >= to) recorder.oddity('truncated')
    else recorder.fact('hostname', textAt(bytes, from + at, to))
  }
}

/** SV_TYPE bits of [MS-BRWS] that tell the role of a host. */
function recordRoles(serverType: number, recorder: Recorder): void {
  if ((serverType & 0x4) !== 0) recorder.fact('role_hint', 'database-server')
  if ((serverType & 0x18) !== 0) recorder.fact('role_hint', 'domain-controller')
  if ((serverType & 0x200) !== 0) recorder.fact('role_hint', 'print-server')
  if ((serverType & 0x8000) !== 0) recorder.fact('role_hint', 'server')
  else if ((serverType & 0x1000) !== 0) recorder.fact('role_hint', 'workstation')
}
