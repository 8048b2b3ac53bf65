// SPDX-License-Identifier: EUPL-1.2
import type { Recorder, Subject } from '../../protocol.ts'
import type { Cursor } from '../wire.ts'

/** Answer to a command of group 6. */
const diagnosticAnswer = 0x46
/** Marks the extended form of the diagnostic status, which has the catalogue text. */
const extended = 0xee

/**
 * Diagnostic status of SLC 500 and MicroLogix (publication 1770-6.5.16): mode, mark, interface,
 * processor, series and revision, then the catalogue text of 11 characters.
 */
export function recordPccc(cursor: Cursor, recorder: Recorder, about: Subject): void {
  // The requester's id counts its own length.
  const idLength = cursor.u8()
  cursor.skip(idLength - 1)
  const code = cursor.u8()
  const status = cursor.u8()
  cursor.skip(2)
  if (cursor.isShort || code !== diagnosticAnswer || status !== 0) return
  cursor.skip(1)
  if (cursor.u8() !== extended) return
  cursor.skip(2)
  const series = cursor.u8()
  const at = cursor.at
  const name = cursor.text(11)
  if (cursor.isShort) return
  const raw = cursor.bytes.subarray(at, at + 11)
  if (!raw.every((byte) => byte === 0 || (byte >= 0x20 && byte < 0x7f))) return
  recorder.fact('vendor', 'Rockwell Automation', about)
  recorder.fact('model', name, about)
  // Three bits of series from A, five of revision from A.
  const letters = [65 + (series >> 5), 65 + (series & 0x1f)]
  recorder.fact('cip.pccc_series', String.fromCharCode(...letters), about)
}
