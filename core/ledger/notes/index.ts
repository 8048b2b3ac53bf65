// SPDX-License-Identifier: EUPL-1.2
/**
 * Signed notes and what is made of them: verifier keys, checkpoints, cosignatures, proof files,
 * trust policies and the witness protocol, each read strictly and written in one way (C2SP).
 */
export {
  type Checkpoint,
  type CheckpointRefusal,
  checkpointText,
  compareHeads,
  type HeadsVerdict,
  type LogKeys,
  type OpenedCheckpoint,
  openCheckpoint,
  parseCheckpoint,
  signCheckpoint,
  type TreeHead,
} from './checkpoint.ts'
export {
  isSameKey,
  type KeyRefusal,
  type KeyType,
  type NoteKey,
  noteKey,
  parseVerifierKey,
  type Signer,
  verifierKey,
} from './key.ts'
export {
  cosignatureLine,
  type Note,
  type NoteRefusal,
  type NoteSignature,
  type OpenedNote,
  openNote,
  parseNote,
  signNote,
  type VerifiedSignature,
  writeSignature,
} from './note.ts'
export {
  hasQuorum,
  type Policy,
  type PolicyRefusal,
  parsePolicy,
  type Quorum,
  quorumOf,
} from './policy.ts'
export {
  type ProofFile,
  type ProofRefusal,
  type ProofTrust,
  type ProvenEntry,
  parseProofFile,
  proofFile,
  verifyProofFile,
} from './proof-file.ts'
export {
  type AddCheckpoint,
  addCheckpoint,
  parseAddCheckpoint,
  readWitnessReply,
  type WitnessAnswer,
  type Witnessed,
  type WitnessRefusal,
  type WitnessReply,
  witnessAnswer,
} from './witness.ts'
