// SPDX-License-Identifier: EUPL-1.2
import { isIP } from 'node:net'

/** Lower case with colons; undefined for anything that is not one card: groups, zeros, broadcast. */
export function macOf(text: unknown): string | undefined {
  if (typeof text !== 'string' || text.length > 20) return undefined
  const digits = text.trim().replaceAll(/[:.-]/g, '').toLowerCase()
  if (!/^[0-9a-f]{12}$/.test(digits) || /^0{12}$|^f{12}$/.test(digits)) return undefined
  if ((Number.parseInt(digits.slice(0, 2), 16) & 1) === 1) return undefined
  return digits.replaceAll(/(..)(?=.)/g, '$1:')
}

/** RFC 5952 spelling; undefined for what is no address of one device. */
export function ipOf(text: unknown): string | undefined {
  if (typeof text !== 'string' || text.length > 64) return undefined
  const bare = text
    .trim()
    .replace(/\/\d{1,3}$/, '')
    .replace(/%.*$/, '')
  const version = isIP(bare)
  if (version === 4) return isUnicast4(bare) ? bare : undefined
  if (version !== 6) return undefined
  const plain = plain6(bare)
  if (plain === '::' || plain === '::1' || plain.startsWith('ff')) return undefined
  return plain
}

function isUnicast4(text: string): boolean {
  const [first = 0] = text.split('.').map(Number)
  return first !== 0 && first !== 127 && first < 224
}

/** The web's own address parser spells them as RFC 5952 asks. */
function plain6(text: string): string {
  const spelled = new URL(`http://[${text}]/`).hostname.slice(1, -1)
  const mapped = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(spelled)
  if (mapped === null) return spelled
  const parts = mapped.slice(1).map((part) => Number.parseInt(part, 16))
  return parts.flatMap((part) => [part >> 8, part & 255]).join('.')
}
