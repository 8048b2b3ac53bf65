// SPDX-License-Identifier: EUPL-1.2
// RFC 2131 section 2 and RFC 2132: a fixed BOOTP part and options.
import type { Payload } from '../../protocol.ts'

export type DhcpOddity = 'truncated' | 'hardware-length-out-of-range'

/** Offsets within the message. */
export const field = {
  operation: 0,
  hardwareType: 1,
  hardwareLength: 2,
  clientAddress: 12,
  yourAddress: 16,
  relayAddress: 24,
  hardwareAddress: 28,
  serverName: 44,
  bootFile: 108,
  cookie: 236,
  options: 240,
} as const

export const magicCookie = 0x63825363

/** RFC 951: without DHCP's cookie the vendor area is 64 bytes. */
const bootpBytes = 300

/** Where the value of an option lies. */
export interface Option {
  readonly code: number
  readonly from: number
  readonly to: number
}

const pad = 0
const end = 255
const overload = 52

/** Option codes, as assigned by IANA. */
export const optionCode = {
  subnetMask: 1,
  router: 3,
  nameServer: 6,
  hostname: 12,
  domain: 15,
  timeServer: 42,
  requestedAddress: 50,
  messageType: 53,
  serverId: 54,
  requestedOptions: 55,
  vendorClass: 60,
  clientId: 61,
  tftpServer: 66,
  bootFile: 67,
  userClass: 77,
  fqdn: 81,
  relayAgent: 82,
} as const

/** All options in the order sent, those in the borrowed name fields (option 52) after the others. */
export function readOptions(payload: Payload): {
  readonly options: readonly Option[]
  /** Which name fields hold options: 1 the boot file, 2 the server name, 3 both. */
  readonly borrowed: number
  readonly oddity: DhcpOddity | undefined
} {
  const { view, from, to } = payload
  const options: Option[] = []
  if (to - from < field.options) return { options, borrowed: 0, oddity: 'truncated' }
  if (view.getUint32(from + field.cookie) !== magicCookie) {
    return { options, borrowed: 0, oddity: to - from < bootpBytes ? 'truncated' : undefined }
  }
  const oddity = readArea(view, from + field.options, to, options)
  const overloaded = options.find((option) => option.code === overload && option.to > option.from)
  const borrowed = overloaded === undefined ? 0 : view.getUint8(overloaded.from)
  if ((borrowed & 1) !== 0) readArea(view, from + field.bootFile, from + field.cookie, options)
  if ((borrowed & 2) !== 0) readArea(view, from + field.serverName, from + field.bootFile, options)
  return { options, borrowed, oddity }
}

/** The area must be closed by the end option: without it, something is missing. */
function readArea(
  view: DataView,
  from: number,
  to: number,
  options: Option[],
): DhcpOddity | undefined {
  let at = from
  while (at < to) {
    const code = view.getUint8(at)
    if (code === end) return undefined
    if (code === pad) {
      at += 1
      continue
    }
    if (at + 2 > to) return 'truncated'
    const valueAt = at + 2
    const next = valueAt + view.getUint8(at + 1)
    if (next > to) return 'truncated'
    options.push({ code, from: valueAt, to: next })
    at = next
  }
  return 'truncated'
}

/** The value of option 53; 0 for plain BOOTP. Allocates nothing. */
export function messageType(view: DataView, from: number, to: number): number {
  if (to - from < field.options || view.getUint32(from + field.cookie) !== magicCookie) return 0
  let at = from + field.options
  while (at + 2 < to) {
    const code = view.getUint8(at)
    if (code === end) return 0
    if (code === optionCode.messageType) return view.getUint8(at + 2)
    at += code === pad ? 1 : 2 + view.getUint8(at + 1)
  }
  return 0
}
