// SPDX-License-Identifier: EUPL-1.2
/**
 * Annexes: papers that were signed in another system and are kept beside a decision. What their
 * bytes show is told; who signed, and whether the signature holds, is for a validator to say.
 */
export { type SignedElsewhere, signedElsewhere } from './pdf.ts'
