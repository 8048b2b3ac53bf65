// SPDX-License-Identifier: EUPL-1.2
/**
 * Verdicts: what a file or a folder claims, layer by layer, and whether each claim is proven,
 * refused, left unproven or not made at all. Everything that is believed is handed in; what comes
 * with the evidence is evidence.
 */
export { type ApprovalTrust, approvalSchema, judgeApproval } from './approval.ts'
export { type FileKind, fileKind } from './file.ts'
export { headerInProof, judgeProof, judgeProofFile, proofSchema } from './proof.ts'
export { judgeCheckpoint, nameOf, stampedPart } from './signature.ts'
export { judgeTimestamp, judgeToken } from './timestamp.ts'
export type { Trust } from './trust.ts'
export {
  type Fault,
  Judgement,
  type Layer,
  type LayerName,
  type LayerState,
  layerNames,
  type Verdict,
} from './verdict.ts'
