// SPDX-License-Identifier: EUPL-1.2
import { fromBase64, utf8Text } from '@schouw/core/ledger/bytes'
import { pure } from '@schouw/core/ledger/cryptography'
import { judgeDossier } from '@schouw/core/ledger/dossiers'
import { parseVerifierKey } from '@schouw/core/ledger/notes'
import { certificatesOfPem } from '@schouw/core/ledger/timestamps'
import {
  fileKind,
  Judgement,
  judgeApproval,
  judgeCheckpoint,
  judgeProof,
  judgeProofFile,
  judgeTimestamp,
  type Trust,
  type Verdict,
} from '@schouw/core/ledger/verdicts'

/** The same verdict as the command gives on the same bytes with the same trust. */
export function judged(bytes: Uint8Array, trust: Trust): Verdict {
  switch (fileKind(bytes)) {
    case 'dossier':
      return judgeDossier(bytes, trust, pure)
    case 'checkpoint':
      return judgeCheckpoint(bytes, trust, pure)
    case 'proof':
      return judgeProof(bytes, trust, pure)
    case 'tlog-proof':
      return judgeProofFile(bytes, undefined, trust, pure)
    case 'timestamp':
      return judgeTimestamp(bytes, undefined, trust, pure)
    case 'approval':
      return judgeApproval(bytes, {}, pure)
    default: {
      const judgement = new Judgement()
      judgement.refuse('entry', 'file-unknown')
      return judgement.verdict()
    }
  }
}

/** Keys and certificates out of whatever somebody brought from elsewhere. */
export function trustIn(files: readonly Uint8Array[], nowMs: number): Trust {
  const keys = []
  const anchors: Uint8Array[] = []
  for (const bytes of files) {
    if (bytes[0] === 0x30) anchors.push(bytes)
    const text = utf8Text(bytes) ?? ''
    anchors.push(...(certificatesOfPem(text, fromBase64) ?? []))
    for (const line of text.split('\n')) {
      const key = parseVerifierKey(line.trim())
      if (key.ok) keys.push(key.value)
    }
  }
  const witnesses = keys.filter(({ type }) => type === 'cosignature')
  return { keys: keys.filter(({ type }) => type === 'ed25519'), witnesses, anchors, nowMs }
}
