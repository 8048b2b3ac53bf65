// SPDX-License-Identifier: EUPL-1.2
import { type CheckId, checks } from '@schouw/core/assurance'
import type { Detection } from '@schouw/core/capture'
import { daysBetween } from '@schouw/core/kernel'
import { claimFor } from './answer-findings.ts'
import { type Finding, type FindingDraft, finding } from './finding.ts'
import type { Scene } from './scene.ts'
import { type Sentence, sentence } from './sentences.ts'
import { compareTexts, grouped, unique } from './texts.ts'

/** What machines do on the wire that a requirement says they should not. One finding a kind. */
const kinds: readonly {
  readonly kind: Detection['kind']
  readonly check: CheckId
  /** Absent: what the company answered to the check's requirement. */
  readonly claim?: Sentence
  /** Groups within the kind: a finding each. */
  readonly keyOf: (detection: Detection) => string
  readonly seen: (facts: WireFacts) => Sentence
  /** What is to be switched off, where the protocol as such is not. */
  readonly word?: string
}[] = [
  {
    kind: 'cleartext_login',
    check: 'cleartext_login',
    claim: sentence('claim.management_protected', {}),
    keyOf: ({ protocol }) => protocol ?? 'unknown',
    seen: ({ protocol, source, target, count, devices }) =>
      sentence('seen.cleartext', { protocol, source, target, logins: count, devices }),
  },
  {
    kind: 'default_credentials',
    check: 'default_credentials',
    keyOf: ({ protocol }) => protocol ?? 'unknown',
    seen: ({ protocol, target, devices }) =>
      sentence('seen.default_credentials', { protocol, target, devices }),
  },
  {
    kind: 'smb1',
    check: 'smb1',
    keyOf: () => '',
    seen: ({ source, target, devices }) => sentence('seen.smb1', { source, target, devices }),
    word: 'SMB 1',
  },
  {
    kind: 'old_tls',
    check: 'old_tls',
    keyOf: () => '',
    seen: ({ target, devices }) => sentence('seen.old_tls', { target, devices }),
    word: 'TLS < 1.2',
  },
  {
    kind: 'certificate_expiry',
    check: 'certificate_expiry',
    keyOf: ({ target }) => target ?? '',
    seen: ({ target, devices, validUntil, days }) =>
      sentence('seen.certificate_expiry', { target, valid_until: validUntil, days, devices }),
  },
]

interface WireFacts {
  readonly protocol: string
  readonly source: string | null
  readonly target: string | null
  readonly count: number
  /** Devices that answered so. */
  readonly devices: number
  readonly validUntil: string | null
  /** Until then; negative when it has ended. */
  readonly days: number | null
}

export function wireFindings(scene: Scene): Finding[] {
  const detections = scene.inspection?.detections ?? []
  return kinds.flatMap(({ kind, check, claim, keyOf, seen, word }) => {
    const groups = grouped(
      detections.filter((detection) => detection.kind === kind && isOnSite(scene, detection)),
      keyOf,
    )
    return [...groups]
      .sort(([a], [b]) => compareTexts(a, b))
      .map(([key, group]) => {
        const against = claim ?? claimFor(scene, checks[check].requirements)
        const draft = draftOf(scene, group, { check, claim: against, key, seen })
        return finding(word === undefined ? draft : { ...draft, words: [word] })
      })
  })
}

function draftOf(
  scene: Scene,
  group: readonly Detection[],
  {
    check,
    claim,
    key,
    seen,
  }: Pick<FindingDraft, 'check' | 'claim'> & {
    key: string
    seen: (facts: WireFacts) => Sentence
  },
): FindingDraft {
  const sorted = group.toSorted((a, b) => b.count - a.count || compareTexts(a.id, b.id))
  const [first] = sorted
  const assets = sorted.flatMap(({ source, target }) =>
    [source, target].filter((id) => id !== null),
  )
  const answering = new Set(sorted.map(({ source, target }) => target ?? source))
  const validUntil = first.detail['not_after']?.slice(0, 10) ?? null
  const facts: WireFacts = {
    protocol: first.protocol ?? 'unknown',
    source: first.source === null ? null : scene.labelOf(first.source),
    target: first.target === null ? null : scene.labelOf(first.target),
    count: sorted.reduce((sum, { count }) => sum + count, 0),
    devices: answering.size,
    validUntil,
    days: validUntil === null ? null : daysBetween(scene.asOf.date, validUntil),
  }
  return {
    check,
    key: key === '' ? [] : [key],
    claim,
    seen: seen(facts),
    assets,
    frames: sorted.flatMap(({ frames }) => frames),
    zones: unique(assets.flatMap((id) => scene.assetOf(id)?.zone ?? [])),
    words: [facts.protocol],
    size: answering.size,
  }
}

/** A far site's weak server is not this company's answer. */
function isOnSite(scene: Scene, { source, target }: Detection): boolean {
  const answering = scene.assetOf(target) ?? scene.assetOf(source)
  return answering !== undefined && !answering.external
}
