// SPDX-License-Identifier: EUPL-1.2
import { equalBytes, fromBase64, utf8Text } from '@schouw/core/ledger/bytes'
import { pure } from '@schouw/core/ledger/cryptography'
import { type Beside, judgeFile } from '@schouw/core/ledger/dossiers'
import { type Policy, parsePolicy, parseVerifierKey } from '@schouw/core/ledger/notes'
import {
  certificatesOfPem,
  parseCertificate,
  revocationListIn,
} from '@schouw/core/ledger/timestamps'
import type { Trust, Verdict } from '@schouw/core/ledger/verdicts'

export interface Known {
  readonly trust: Trust
  /** Files that are none of what is believed: perhaps what the chosen one is about. */
  readonly others: readonly Uint8Array[]
}

/** The same verdict as the command gives on the same bytes with the same knowledge. */
export function judged(bytes: Uint8Array, { trust, others }: Known): Verdict {
  // A key is CBOR, and begins as a map of up to 23 members; no document that people read does.
  const isKey = (one: Uint8Array) => (one[0] ?? 0) >> 5 === 5 && one.length < 2048
  const about = others.find((one) => !isKey(one))
  const beside: Beside = {
    entry: about,
    stamped: about,
    document: about,
    credential: others.find(isKey),
  }
  return judgeFile(bytes, trust, beside, pure).verdict
}

/** Keys, policies, certificates and lists out of whatever somebody brought from elsewhere. */
export function knownIn(files: readonly Uint8Array[], nowMs: number): Known {
  const keys = []
  const anchors: Uint8Array[] = []
  const further: Uint8Array[] = []
  const lists: Uint8Array[] = []
  const others: Uint8Array[] = []
  let policy: Policy | undefined
  for (const bytes of files) {
    const text = utf8Text(bytes) ?? ''
    const found = text
      .split('\n')
      .map((line) => parseVerifierKey(line.trim()))
      .flatMap((key) => (key.ok ? [key.value] : []))
    const certificates = parseCertificate(bytes).ok
      ? [bytes]
      : (certificatesOfPem(text, fromBase64) ?? [])
    // A certificate that vouches for itself is believed; any other only leads up to one.
    for (const one of certificates) (isRoot(one) ? anchors : further).push(one)
    const list = revocationListIn(bytes, fromBase64)
    const rules = /^(?:log|witness|group|quorum) /m.test(text) ? parsePolicy(bytes) : undefined
    keys.push(...found)
    if (list !== undefined) lists.push(list)
    if (rules?.ok === true) policy = rules.value
    const isKnown = list !== undefined || rules?.ok === true
    if (found.length + certificates.length === 0 && !isKnown) others.push(bytes)
  }
  const witnesses = keys.filter(({ type }) => type === 'cosignature')
  const trust: Trust = {
    keys: [...keys.filter(({ type }) => type === 'ed25519'), ...(policy?.logs ?? [])],
    witnesses: [...witnesses, ...(policy?.witnesses ?? [])],
    ...(policy === undefined ? {} : { quorum: policy.quorum }),
    anchors,
    others: further,
    revocationLists: lists,
    nowMs,
  }
  return { trust, others }
}

function isRoot(der: Uint8Array): boolean {
  const read = parseCertificate(der)
  return read.ok && equalBytes(read.value.issuer, read.value.subject)
}
