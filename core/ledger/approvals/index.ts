// SPDX-License-Identifier: EUPL-1.2
/**
 * Approvals: a director's passkey over a statement that names the document, the decision and the
 * log's head. Checked offline from what was kept; the bytes of passkeys are read here too.
 */
export {
  type Approval,
  type ApprovalCredential,
  type ApprovalRefusal,
  type VerifiedApproval,
  verifyApproval,
} from './approval.ts'
export {
  type Assertion,
  type AssertionRefusal,
  type AssertionRule,
  verifyAssertion,
} from './assertion.ts'
export {
  type AuthenticatorData,
  readAttestationObject,
  readAuthenticatorData,
} from './authenticator-data.ts'
export { type CredentialKey, readCredentialKey } from './cose.ts'
export { type RegisteredCredential, type Registration, readRegistration } from './registration.ts'
export {
  type ApprovalStatement,
  approvalChallenge,
  approvalStatement,
  type Decision,
  decisions,
  parseApprovalStatement,
  type StatementRefusal,
} from './statement.ts'
