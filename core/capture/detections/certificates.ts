// SPDX-License-Identifier: EUPL-1.2
// Certificates of the site's own servers that had expired, or were about to, when the capture was
// made. Measured against the capture's clock, not ours.
import { type Detect, Findings, note } from './finding.ts'

const daySeconds = 86_400
/** Time to get a new one in without haste. */
const warningDays = 30

export const detectCertificates: Detect = ({ inventory }) => {
  const findings = new Findings()
  for (const fact of inventory.noted.certificates) {
    const target = inventory.assetAt(fact.subject)
    const { ip } = fact.subject
    if (target === undefined || (ip !== undefined && !inventory.isInside(ip))) continue
    const endS = Date.parse(fact.value) / 1000
    if (!Number.isFinite(endS) || fact.lastS <= 0) continue
    const days = Math.floor((endS - fact.lastS) / daySeconds)
    if (days > warningDays) continue
    const finding = findings.at(
      {
        kind: 'certificate_expiry',
        source: null,
        target,
        protocol: fact.protocol,
        technique: null,
      },
      fact.value,
    )
    const { packets: count, seen, firstS, lastS } = fact
    note(finding, { count, frames: [seen], firstS, lastS })
    finding.detail['not_after'] = fact.value
    finding.detail['days_left'] = String(days)
    finding.detail['state'] = days < 0 ? 'expired' : 'expires_soon'
  }
  return findings.list()
}
