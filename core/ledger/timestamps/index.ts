// SPDX-License-Identifier: EUPL-1.2
/**
 * Time-stamps of RFC 3161: requests, tokens read strictly, and the thirteen checks that a token
 * has to pass before its time is believed. Anchors, lists and the clock are handed in.
 */
export { certificatesOfPem, parseCertificate } from './certificate.ts'
export {
  parseRenewalList,
  parseValidation,
  type RenewalList,
  type RenewedToken,
  renewalList,
  renewedDigest,
  type Validation,
  validationBytes,
} from './renewal.ts'
export {
  parseTimestampRequest,
  type TimestampRequest,
  timestampRequest,
} from './request.ts'
export { revocationListIn } from './revocation.ts'
export { parseResponse, parseToken, type Token } from './token.ts'
export {
  type QualifiedService,
  type Stamped,
  type TimestampRefusal,
  type TimestampTrust,
  type VerifiedTimestamp,
  verifyTimestamp,
} from './verify.ts'
