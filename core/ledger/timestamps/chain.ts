// SPDX-License-Identifier: EUPL-1.2
import { type Outcome, ok, refuse } from '@schouw/core/kernel'
import { equalBytes } from '../bytes/index.ts'
import type { Crypto } from '../cryptography/index.ts'
import { chainCertificates, chainLength } from '../limits.ts'
import { type Certificate, isSignedBy, keyUsages } from './certificate.ts'

export type ChainRefusal = 'chain-untrusted' | 'certificate-outside-validity' | 'chain-too-large'

const timeStamping = '1.3.6.1.5.5.7.3.8'
const anyUsage = '2.5.29.37.0'

/**
 * The signer's certificate, then each issuer up to an anchor, all valid at one moment. Of RFC 5280,
 * section 6.1, what a time-stamp needs; names are equal only byte for byte.
 */
export function chainTo(
  signer: Certificate,
  {
    anchors,
    others,
    atMs,
  }: {
    readonly anchors: readonly Certificate[]
    readonly others: readonly Certificate[]
    readonly atMs: number
  },
  crypto: Crypto,
): Outcome<readonly Certificate[], ChainRefusal> {
  if (others.length > chainCertificates) {
    return refuse('chain-too-large', { certificates: others.length })
  }
  const search: Search = { anchors, others, atMs, crypto, outside: undefined, checks: 0 }
  const chain = climb([signer], search)
  if (chain !== undefined) return ok(chain)
  if (search.outside === undefined) return refuse('chain-untrusted', { signer: signer.commonName })
  const { commonName, fromMs, untilMs } = search.outside
  return refuse('certificate-outside-validity', { commonName, fromMs, untilMs, atMs })
}

interface Search {
  readonly anchors: readonly Certificate[]
  readonly others: readonly Certificate[]
  readonly atMs: number
  readonly crypto: Crypto
  /** A certificate that would have done at another time. */
  outside: Certificate | undefined
  checks: number
}

// Certificates that all name each other as issuer would otherwise be tried in every order.
const mostChecks = 256

function climb(chain: readonly Certificate[], search: Search): readonly Certificate[] | undefined {
  const last = chain.at(-1)
  if (last === undefined || chain.length > chainLength) return undefined
  if (search.atMs < last.fromMs || search.atMs > last.untilMs) {
    search.outside ??= last
    return undefined
  }
  if (search.anchors.some((anchor) => equalBytes(anchor.der, last.der))) return chain
  for (const issuer of [...search.anchors, ...search.others]) {
    if (!equalBytes(issuer.subject, last.issuer) || chain.includes(issuer)) continue
    if (!mayIssue(issuer, chain.length - 1)) continue
    search.checks += 1
    if (search.checks > mostChecks) return undefined
    if (!isSignedBy(last, issuer, search.crypto)) continue
    const found = climb([...chain, issuer], search)
    if (found !== undefined) return found
  }
  return undefined
}

/** `below` counts the authorities between this one and the signer. */
function mayIssue(issuer: Certificate, below: number): boolean {
  const { isAuthority, pathLength, keyUsage, usages, unknownCritical } = issuer
  if (!isAuthority || unknownCritical.length > 0) return false
  if (pathLength !== undefined && below > pathLength) return false
  if (keyUsage !== undefined && (keyUsage & keyUsages.signsCertificates) === 0) return false
  return (
    usages === undefined || usages.oids.includes(timeStamping) || usages.oids.includes(anyUsage)
  )
}

/** RFC 3161, section 2.3: that one usage, and marked so that nobody overlooks it. */
export function isTimeStamper({ usages, keyUsage, unknownCritical }: Certificate): boolean {
  const others = ~(keyUsages.digitalSignature | keyUsages.nonRepudiation)
  return (
    usages?.isCritical === true &&
    usages.oids.length === 1 &&
    usages.oids[0] === timeStamping &&
    (keyUsage === undefined || (keyUsage !== 0 && (keyUsage & others) === 0)) &&
    unknownCritical.length === 0
  )
}
