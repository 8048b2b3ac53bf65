// SPDX-License-Identifier: EUPL-1.2
import type { Operation } from '../../protocol.ts'

/** Kinds of frames; those of variables carry functions of their own. */
const kinds: Readonly<Record<number, Operation>> = {
  257: { name: 'open', effect: 'other' },
  513: { name: 'close', effect: 'other' },
  4353: { name: 'start_download', effect: 'download' },
  4609: { name: 'end_download', effect: 'download' },
  4865: { name: 'end_upload', effect: 'upload' },
  5377: { name: 'start_upload', effect: 'upload' },
}
const variables = 0x2101

const functions: Readonly<Record<number, Operation>> = {
  24: { name: 'system_information', effect: 'read' },
  25: { name: 'status', effect: 'read' },
  26: { name: 'alarms', effect: 'read' },
  28: { name: 'program_number', effect: 'read' },
  38: { name: 'position', effect: 'read' },
}

const functionFlag = 0x8000
const headerBytes = 10

/** Of a question; -1 for an answer. Answers differ from questions in the lowest bits of the kind. */
export function codeOf(view: DataView, at: number, end: number): number {
  const kind = view.getUint16(at + 6)
  if ((kind & 3) !== 1) return -1
  const block = at + headerBytes + 2
  if (kind !== variables || block + 8 > end) return kind & 0x7fff
  return functionFlag | (view.getUint16(block + 6) & 0x7fff)
}

export function operationOf(code: number): Operation {
  const isFunction = (code & functionFlag) !== 0
  const known = isFunction ? functions[code & 0x7fff] : kinds[code]
  const name = `${isFunction ? 'function' : 'frame'}_${(code & 0x7fff).toString(16)}`
  return known ?? { name, effect: 'other' }
}
