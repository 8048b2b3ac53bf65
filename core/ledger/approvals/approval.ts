// SPDX-License-Identifier: EUPL-1.2
import { hex, type Outcome, ok, refuse } from '@schouw/core/kernel'
import type { Crypto } from '../cryptography/index.ts'
import { type Assertion, type AssertionRefusal, verifyAssertion } from './assertion.ts'
import {
  type ApprovalStatement,
  approvalChallenge,
  parseApprovalStatement,
  type StatementRefusal,
} from './statement.ts'

/** A credential made for approvals only, as its enrolment in the log has it. */
export interface ApprovalCredential {
  readonly signer: string
  readonly coseKey: Uint8Array
  readonly rpId: string
  readonly origin: string
  /** Entry that enrolled it. */
  readonly enrolledAt?: number
  /** Entry that revoked it or declared it lost. */
  readonly revokedAt?: number
  /** The counter last seen, when the authenticator counts. */
  readonly lastCounter?: number
}

export interface Approval {
  /** Canonical bytes, as signed. */
  readonly statement: Uint8Array
  /** The exact file; without it only its digest in the statement is vouched for. */
  readonly document?: Uint8Array
  readonly assertion: Assertion
  /** Entry that holds this approval. */
  readonly index?: number
}

export interface VerifiedApproval {
  readonly statement: ApprovalStatement
  readonly isDocumentChecked: boolean
  /** May live on several devices of the signer: "under sole control" is then weaker. */
  readonly isSynced: boolean
  readonly counter: number
  /** A sign of a copied authenticator; proves nothing by itself. */
  readonly hasCounterGoneBack: boolean
}

export type ApprovalRefusal =
  | StatementRefusal
  | AssertionRefusal
  | 'signer-differs'
  | 'document-differs'
  | 'credential-not-enrolled'
  | 'credential-revoked'

/** Whether this person, with this credential, signed this decision about this very document. */
export function verifyApproval(
  approval: Approval,
  credential: ApprovalCredential,
  crypto: Crypto,
): Outcome<VerifiedApproval, ApprovalRefusal> {
  const parsed = parseApprovalStatement(approval.statement)
  if (!parsed.ok) return parsed
  const statement = parsed.value
  const asserted = verifyAssertion(
    approval.assertion,
    credential.coseKey,
    {
      challenge: approvalChallenge(approval.statement, crypto),
      rpId: credential.rpId,
      origins: [credential.origin],
      needsVerifiedUser: true,
    },
    crypto,
  )
  if (!asserted.ok) return asserted
  if (statement.signer !== credential.signer) {
    return refuse('signer-differs', { signer: statement.signer })
  }
  const { document, index } = approval
  if (document !== undefined && !isDocument(document, statement, crypto)) {
    return refuse('document-differs', { name: statement.document.name })
  }
  const { enrolledAt, revokedAt, lastCounter } = credential
  // The head that was signed has to cover the enrolment, or the key could have come later.
  if (enrolledAt !== undefined && enrolledAt >= statement.registerHead.size) {
    return refuse('credential-not-enrolled', { enrolledAt, size: statement.registerHead.size })
  }
  if (revokedAt !== undefined && (index === undefined || revokedAt < index)) {
    return refuse('credential-revoked', { revokedAt })
  }
  const { counter, isBackupEligible } = asserted.value
  return ok({
    statement,
    isDocumentChecked: document !== undefined,
    isSynced: isBackupEligible,
    counter,
    hasCounterGoneBack: lastCounter !== undefined && lastCounter > 0 && counter <= lastCounter,
  })
}

function isDocument(document: Uint8Array, statement: ApprovalStatement, crypto: Crypto): boolean {
  const { bytes, sha256 } = statement.document
  return document.length === bytes && hex(crypto.digest('sha256', document)) === sha256
}
