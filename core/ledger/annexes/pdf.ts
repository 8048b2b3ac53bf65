// SPDX-License-Identifier: EUPL-1.2
import { sha256 } from '@schouw/core/kernel'

export interface SignedElsewhere {
  readonly isPdf: boolean
  readonly signatures: readonly {
    /** Where its byte range stands in the file. */
    readonly from: number
    /** `pades`: in the form of ETSI EN 319 142-1; `pdf`: an older form, or none that is named. */
    readonly form: 'pades' | 'pdf'
    /** `part`: something was put in the file after it was signed. `broken`: no range of this file. */
    readonly covers: 'whole' | 'part' | 'broken'
    /** Whether the digest inside the signature is that of what it covers. */
    readonly digest: 'same' | 'differs' | 'unknown'
  }[]
}

/** Signatures that are looked at; a paper of a board has a handful. */
const most = 32

/**
 * What the bytes of a PDF show of signatures inside it. No certificate, chain, or time is judged:
 * that `digest` is the same says that nothing covered was changed since, not who signed.
 */
export function signedElsewhere(bytes: Uint8Array): SignedElsewhere {
  const text = latin(bytes)
  if (!text.startsWith('%PDF-')) return { isPdf: false, signatures: [] }
  const found = text.matchAll(
    /\/ByteRange\s*\[\s*(\d{1,15})\s+(\d{1,15})\s+(\d{1,15})\s+(\d{1,15})/g,
  )
  const signatures = []
  for (const match of found) {
    if (signatures.length === most) break
    const [a = 0, b = 0, c = 0, d = 0] = match.slice(1).map(Number)
    const isRange = a === 0 && b <= c && c + d <= bytes.length && b > 0
    // The dictionary that the range stands in holds the signature between its two parts.
    const around = text.slice(Math.max(0, match.index - 2000), match.index + 2000)
    signatures.push({
      from: match.index,
      form: /\/SubFilter\s*\/ETSI\.(CAdES\.detached|RFC3161)/.test(around) ? 'pades' : 'pdf',
      covers: !isRange ? 'broken' : c + d === bytes.length ? 'whole' : 'part',
      digest: isRange ? digestOf(bytes, { b, c, d }) : 'unknown',
    } as const)
  }
  return { isPdf: true, signatures }
}

interface Range {
  readonly b: number
  readonly c: number
  readonly d: number
}

/** DER of the attribute message-digest (1.2.840.113549.1.9.4) with one SHA-256 value. */
const marker = '06092a864886f70d010904312204' + '20'

function digestOf(bytes: Uint8Array, { b, c, d }: Range): 'same' | 'differs' | 'unknown' {
  const contents = latin(bytes.subarray(b, c))
    .toLowerCase()
    .replaceAll(/[^0-9a-f]/g, '')
  const at = contents.indexOf(marker)
  if (at < 0) return 'unknown'
  const inside = contents.slice(at + marker.length, at + marker.length + 64)
  const covered = new Uint8Array(b + d)
  covered.set(bytes.subarray(0, b), 0)
  covered.set(bytes.subarray(c, c + d), b)
  const own = [...sha256(covered)].map((one) => one.toString(16).padStart(2, '0')).join('')
  return inside === own ? 'same' : 'differs'
}

function latin(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += 8192) {
    parts.push(String.fromCharCode(...bytes.subarray(at, at + 8192)))
  }
  return parts.join('')
}
