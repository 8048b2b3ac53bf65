// SPDX-License-Identifier: EUPL-1.2
import { sha256 } from '@schouw/core/kernel'
import { equalBytes, fromBase64, fromHex, utf8Bytes, utf8Text } from '@schouw/core/ledger/bytes'
import type { Deletion, Line, TrailStep } from '../../data/vulnerabilities.ts'

interface Payload {
  readonly what?: string
  readonly document?: string
  readonly input_sha256?: string
  readonly text_sha256?: string
  readonly reason_sha256?: string
  readonly relevance?: string
  readonly decision?: string
  readonly on?: readonly { readonly subject: string; readonly weakness: string }[]
}

/** Whether what a proven entry commits to is what stands on the page. */
export function vouches(
  proof: unknown,
  step: TrailStep,
  { subject, weakness }: Pick<Line, 'subject' | 'weakness'>,
): boolean {
  const payload = payloadIn(proof)
  if (payload === undefined) return false
  if (step.what === 'brought') return payload.input_sha256 === step.sha256
  if (step.what === 'assessed') {
    return payload.relevance === step.relevance && isDigestOf(payload.text_sha256, step.text)
  }
  if (step.what === 'deleted') {
    return payload.what === deletion && isDigestOf(payload.reason_sha256, step.text)
  }
  const isAbout = payload.on?.some((one) => one.subject === subject && one.weakness === weakness)
  const isSame = payload.decision === undefined || payload.decision === step.decision
  return isAbout === true && isSame && isDigestOf(payload.reason_sha256, step.text)
}

const deletion = 'advisory-deletion'

/** The same of an advisory that was taken away. */
export function vouchesDeletion(
  proof: unknown,
  { document, reason }: Pick<Deletion, 'document' | 'reason'>,
): boolean {
  const payload = payloadIn(proof)
  const isAbout = payload?.what === deletion && payload.document === document
  return isAbout && isDigestOf(payload.reason_sha256, reason)
}

function payloadIn(proof: unknown): Payload | undefined {
  const { slots = [] } = proof as { readonly slots?: readonly { slot: string; bytes: string }[] }
  const bytes = fromBase64(slots.find(({ slot }) => slot === 'entry')?.bytes ?? '')
  const text = bytes === undefined ? undefined : utf8Text(bytes)
  if (text === undefined || text === '') return undefined
  return (JSON.parse(text) as { readonly event?: Payload }).event
}

function isDigestOf(digest: string | undefined, text: string): boolean {
  const [told, bytes] = [fromHex(digest ?? ''), utf8Bytes(text)]
  return told !== undefined && bytes !== undefined && equalBytes(sha256(bytes), told)
}
