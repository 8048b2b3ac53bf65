// SPDX-License-Identifier: EUPL-1.2
/**
 * Audits: a whole log read once, entry by entry, against its tiles, payloads and checkpoints; each
 * changed byte is named by where it lies.
 */
export { Audit, type AuditReport, type AuditTrust, type StoredEntry } from './audit.ts'
export type { Finding, FindingCode } from './finding.ts'
