// SPDX-License-Identifier: EUPL-1.2
import type { IncomingHttpHeaders } from 'node:http'
import { longestMs } from './limits.ts'

// Cookies, and who it is that sends them.

/** Holds no secret: see `devices.ts`. */
export const deviceCookie = 'schouw-devices'

/** `__Host-` binds it to this host and to https, where there is https. */
export function cookieName(origin: string): string {
  return isSecure(origin) ? '__Host-schouw-session' : 'schouw-session'
}

function isSecure(origin: string): boolean {
  return origin.startsWith('https:')
}

export function sessionCookie(origin: string, token: string): string {
  return cookie(origin, cookieName(origin), token, longestMs / 1000)
}

export function noCookie(origin: string): string {
  return cookie(origin, cookieName(origin), '', 0)
}

export function cookie(origin: string, name: string, value: string, seconds: number): string {
  const secure = isSecure(origin) ? '; Secure' : ''
  return `${name}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`
}

export function readCookie(headers: IncomingHttpHeaders, name: string): string | undefined {
  const values = (headers.cookie ?? '')
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part.startsWith(`${name}=`))
    .map((part) => part.slice(name.length + 1))
  // Two of one name: somebody put one beside ours, and there is no telling which.
  return values.length === 1 && /^[A-Za-z0-9_-]{20,200}$/.test(values[0] ?? '')
    ? values[0]
    : undefined
}

const harmless = ['GET', 'HEAD', 'OPTIONS']

/**
 * Whether a request that changes something came from a page that is not ours. Browsers say so; one
 * that says nothing of either kind is `unsaid`, and no browser with our cookie.
 */
export function comesFrom(
  method: string,
  headers: IncomingHttpHeaders,
  origins: readonly string[],
): 'us' | 'elsewhere' | 'unsaid' {
  if (harmless.includes(method)) return 'us'
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin' ? 'us' : 'elsewhere'
  if (headers.origin !== undefined) return origins.includes(headers.origin) ? 'us' : 'elsewhere'
  return 'unsaid'
}

/** Where a request came from, as far as it is written down. */
export interface Whence {
  readonly address: string
  readonly agent: string
  /** Exact enough to count guesses by; never stored as it is. */
  readonly network: string
  /** What the browser says of who used it before; judged by `devices.ts`. */
  readonly devices: string
}

export function whenceOf(ip: string, headers: IncomingHttpHeaders): Whence {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(ip)?.[1] ?? ip
  const [address, network] = mapped.includes(':') ? ofSix(mapped) : [ofFour(mapped), mapped]
  const devices = readCookie(headers, deviceCookie) ?? ''
  return { address, network, devices, agent: agentOf(headers['user-agent'] ?? '') }
}

function ofFour(ip: string): string {
  return `${ip.split('.').slice(0, 3).join('.')}.0/24`
}

/** The first 48 bits to remember, 64 to count by: one line has at least so many addresses. */
function ofSix(ip: string): readonly [string, string] {
  const [head = '', tail = ''] = ip.split('%')[0]?.split('::') ?? []
  const front = head === '' ? [] : head.split(':')
  const back = tail === '' ? [] : tail.split(':')
  const gap = Array.from({ length: Math.max(0, 8 - front.length - back.length) }, () => '0')
  const groups = [...front, ...(ip.includes('::') ? gap : []), ...back]
  const first = (count: number) => groups.slice(0, count).join(':')
  return [`${first(3)}::/48`, `${first(4)}::/64`]
}

const browsers: readonly (readonly [RegExp, string])[] = [
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/OPR\//, 'Opera'],
  [/Chrom(e|ium)\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]
const systems: readonly (readonly [RegExp, string])[] = [
  [/Windows/, 'Windows'],
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/Mac OS X/, 'macOS'],
  [/Linux|X11/, 'Linux'],
]

function agentOf(text: string): string {
  const found = (list: typeof browsers) => list.find(([pattern]) => pattern.test(text))?.[1]
  return [found(browsers), found(systems)].filter((one) => one !== undefined).join(', ') || 'other'
}
