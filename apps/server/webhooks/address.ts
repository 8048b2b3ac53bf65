// SPDX-License-Identifier: EUPL-1.2
// Where a webhook may go. The receiver is chosen by a person, the connection is made by the server,
// which may stand where that person cannot reach: it must not become a way in.
import { type LookupAddress, lookup as resolve } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import { type Outcome, ok, refuse } from '@schouw/core/kernel'

/** RFC 6890 and what came after it: everything that is no address of the public internet. */
const inside = new BlockList()
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const) {
  inside.addSubnet(network, bits, 'ipv4')
}
/** Of version 6 only what was given out, less what is for special use or wraps a version 4. */
const given = new BlockList()
given.addSubnet('2000::', 3, 'ipv6')
const special = new BlockList()
for (const [network, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const) {
  special.addSubnet(network, bits, 'ipv6')
}

export function isPublic(address: string): boolean {
  const version = isIP(address)
  if (version === 4) return !inside.check(address, 'ipv4')
  return version === 6 && given.check(address, 'ipv6') && !special.check(address, 'ipv6')
}

export class PrivateAddress extends Error {
  readonly code = 'EPRIVATE'
}

/**
 * What a connection asks for its address: the check is of the very addresses it connects to, so a
 * name that answers differently the second time gains nothing. One private among several refuses.
 */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  resolve(hostname, { ...options, all: true }, (error, addresses) => {
    const [first] = addresses ?? []
    if (error !== null || first === undefined) {
      callback(error ?? new Error('no address'), [])
    } else if (!addresses.every(({ address }) => isPublic(address))) {
      callback(new PrivateAddress('the address is not public'), [])
    } else {
      tell(options.all === true, addresses, first, callback)
    }
  })
}

function tell(
  isAll: boolean,
  addresses: LookupAddress[],
  first: LookupAddress,
  callback: Parameters<LookupFunction>[2],
): void {
  if (isAll) callback(null, addresses)
  else callback(null, first.address, first.family)
}

export type UrlRefusal = 'url-refused' | 'url-not-https' | 'url-private'

const longestUrl = 2_000

/** As far as it can be told from the text; names are looked up with each connection. */
export function readReceiver(text: string, isPrivateAllowed: boolean): Outcome<URL, UrlRefusal> {
  if (text.length > longestUrl || !URL.canParse(text)) return refuse('url-refused')
  const url = new URL(text)
  if (url.username !== '' || url.password !== '' || url.hash !== '') return refuse('url-refused')
  if (url.protocol !== 'https:' && !(isPrivateAllowed && url.protocol === 'http:')) {
    return refuse('url-not-https')
  }
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const isInside = isIP(host) === 0 ? isLocalName(host) : !isPublic(host)
  return isInside && !isPrivateAllowed ? refuse('url-private') : ok(url)
}

/** RFC 6761 and RFC 6762: names that mean this machine or this network. */
function isLocalName(host: string): boolean {
  return /(^|\.)(localhost|local|internal|home\.arpa)\.?$/.test(host) || !host.includes('.')
}
