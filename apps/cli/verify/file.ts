// SPDX-License-Identifier: EUPL-1.2
import { pure } from '@schouw/core/ledger/cryptography'
import { judgeDossier } from '@schouw/core/ledger/dossiers'
import {
  fileKind,
  headerInProof,
  Judgement,
  judgeApproval,
  judgeCheckpoint,
  judgeProof,
  judgeProofFile,
  judgeTimestamp,
  type Verdict,
} from '@schouw/core/ledger/verdicts'
import type { Call } from '../command.ts'
import type { Report } from './report.ts'
import { bytesOf, fileOption, trustOf } from './trust.ts'

export function verifyFile(call: Call, name: string): Report {
  const bytes = bytesOf(call, name)
  const kind = fileKind(bytes) ?? 'unknown'
  const verdict = verdictOn(call, kind, bytes)
  return { kind, name, isProven: verdict.isProven, parts: [{ name, ...verdict }] }
}

function verdictOn(call: Call, kind: Report['kind'], bytes: Uint8Array): Verdict {
  const trust = trustOf(call)
  switch (kind) {
    case 'checkpoint':
      return judgeCheckpoint(bytes, trust, pure)
    case 'proof':
      return judgeProof(bytes, trust, pure)
    case 'tlog-proof': {
      const entry = fileOption(call, 'entry')
      const header = entry === undefined ? undefined : headerInProof(entry)
      return judgeProofFile(bytes, header ?? entry, trust, pure)
    }
    case 'timestamp':
      return judgeTimestamp(bytes, fileOption(call, 'stamped'), trust, pure)
    case 'approval': {
      const document = fileOption(call, 'document')
      const credential = fileOption(call, 'credential')
      const known = {
        ...(document === undefined ? {} : { document }),
        ...(credential === undefined ? {} : { credential }),
      }
      return judgeApproval(bytes, known, pure)
    }
    case 'dossier':
      return judgeDossier(bytes, trust, pure)
    default: {
      const judgement = new Judgement()
      judgement.refuse('entry', 'file-unknown')
      return judgement.verdict()
    }
  }
}
