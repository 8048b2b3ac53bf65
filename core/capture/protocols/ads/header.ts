// SPDX-License-Identifier: EUPL-1.2

/** AMS/TCP (2 reserved, 4 length), then AMS: two addresses, command, flags, length, error, id. */
export const headerBytes = 38
/** Of it, what the length in front counts. */
const amsBytes = 32

/** Offsets from the beginning of the AMS/TCP header. */
export const field = {
  targetPort: 12,
  command: 22,
  flags: 24,
  data: 38,
} as const

export const command = {
  deviceInfo: 1,
  write: 3,
  state: 4,
  writeControl: 5,
  readWrite: 9,
} as const

const maxCommand = 9
const answerFlag = 1

/** The flags' bit 2 marks an ADS command; the lengths agree. */
export function isMessage(view: DataView, from: number, to: number): boolean {
  if (to - from < headerBytes || view.getUint16(from, true) !== 0) return false
  const code = view.getUint16(from + field.command, true)
  if (code > maxCommand || (view.getUint16(from + field.flags, true) & 4) === 0) return false
  return view.getUint32(from + 2, true) === amsBytes + view.getUint32(from + 26, true)
}

export function isAnswer(view: DataView, from: number): boolean {
  return (view.getUint16(from + field.flags, true) & answerFlag) !== 0
}
