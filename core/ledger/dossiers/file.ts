// SPDX-License-Identifier: EUPL-1.2
import type { Crypto } from '../cryptography/index.ts'
import {
  type FileKind,
  fileKind,
  headerInProof,
  Judgement,
  judgeApproval,
  judgeCheckpoint,
  judgeProof,
  judgeProofFile,
  judgeTimestamp,
  type Trust,
  type Verdict,
} from '../verdicts/index.ts'
import { judgeDossier } from './judge.ts'

/** What somebody has of a file from elsewhere, beside what they believe of everything. */
export interface Beside {
  /** The entry that a tlog-proof is about, or a proof of ours that holds it. */
  readonly entry?: Uint8Array | undefined
  /** What a time-stamp is about. */
  readonly stamped?: Uint8Array | undefined
  /** The document that an approval is about, and the key that its signer is known by. */
  readonly document?: Uint8Array | undefined
  readonly credential?: Uint8Array | undefined
}

export interface JudgedFile {
  readonly kind: FileKind | 'unknown'
  readonly verdict: Verdict
}

/** Any file that this product gives out, told by its bytes: what command and page both ask. */
export function judgeFile(
  bytes: Uint8Array,
  trust: Trust,
  beside: Beside,
  crypto: Crypto,
): JudgedFile {
  const kind = fileKind(bytes) ?? 'unknown'
  return { kind, verdict: verdictOn(kind, { bytes, trust, beside }, crypto) }
}

interface Asked {
  readonly bytes: Uint8Array
  readonly trust: Trust
  readonly beside: Beside
}

function verdictOn(
  kind: JudgedFile['kind'],
  { bytes, trust, beside }: Asked,
  crypto: Crypto,
): Verdict {
  switch (kind) {
    case 'dossier':
      return judgeDossier(bytes, trust, crypto)
    case 'checkpoint':
      return judgeCheckpoint(bytes, trust, crypto)
    case 'proof':
      return judgeProof(bytes, trust, crypto)
    case 'tlog-proof': {
      const { entry } = beside
      const header = entry === undefined ? undefined : headerInProof(entry)
      return judgeProofFile(bytes, header ?? entry, trust, crypto)
    }
    case 'timestamp':
      return judgeTimestamp(bytes, beside.stamped, trust, crypto)
    case 'approval': {
      const { document, credential } = beside
      const known = {
        ...(document === undefined ? {} : { document }),
        ...(credential === undefined ? {} : { credential }),
      }
      return judgeApproval(bytes, known, crypto)
    }
    case 'unknown': {
      const judgement = new Judgement()
      judgement.refuse('entry', 'file-unknown')
      return judgement.verdict()
    }
  }
}
