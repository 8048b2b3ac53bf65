// SPDX-License-Identifier: EUPL-1.2
import { type Approval, type ApprovalCredential, verifyApproval } from '../approvals/index.ts'
import { equalBytes } from '../bytes/index.ts'
import type { Crypto } from '../cryptography/index.ts'
import type { JsonObject } from '../json/index.ts'
import {
  bytesAt,
  countAt,
  MemberRefused,
  objectAt,
  objectIn,
  onlyMembers,
  textAt,
} from './members.ts'
import { Judgement, type Verdict } from './verdict.ts'

export const approvalSchema = 'schouw/approval/1'

/** What the caller knows of an approval from elsewhere. */
export interface ApprovalTrust {
  /** The exact file that was decided about. */
  readonly document?: Uint8Array
  /** COSE key that the signer is known by. */
  readonly credential?: Uint8Array
}

/** An approval as it is kept: `docs/formats/verify.md`, `schouw/approval/1`. */
export function judgeApproval(bytes: Uint8Array, trust: ApprovalTrust, crypto: Crypto): Verdict {
  const judgement = new Judgement()
  const read = approvalIn(bytes)
  if ('path' in read) {
    judgement.refuse('assertion', 'approval-member', { path: read.path })
    return judgement.verdict()
  }
  const document = trust.document ?? read.approval.document
  const approval = { ...read.approval, ...(document === undefined ? {} : { document }) }
  const verified = verifyApproval(approval, read.credential, crypto)
  if (!verified.ok) {
    const layer = verified.refusal === 'document-differs' ? 'document' : 'assertion'
    judgement.refuse(layer, verified.refusal, verified.facts)
    return judgement.verdict()
  }
  const { statement, isSynced, counter, hasCounterGoneBack } = verified.value
  const { signer, decision, meeting, resolution, registerHead } = statement
  judgement.proven('assertion', {
    signer,
    decision,
    meeting,
    resolution,
    register_head: registerHead,
    is_synced: isSynced,
    counter,
    has_counter_gone_back: hasCounterGoneBack,
  })
  if (document === undefined) judgement.notClaimed('document', { name: statement.document.name })
  else judgement.proven('document', { name: statement.document.name })
  // The key that came with the file proves nothing about whose it is.
  if (trust.credential === undefined) judgement.notClaimed('enrolment', { signer })
  else if (equalBytes(trust.credential, read.credential.coseKey)) {
    judgement.proven('enrolment', { signer })
  } else judgement.refuse('enrolment', 'credential-differs', { signer })
  return judgement.verdict()
}

interface Read {
  readonly approval: Approval
  readonly credential: ApprovalCredential
}

function approvalIn(bytes: Uint8Array): Read | { readonly path: string } {
  const found = objectIn(bytes)
  if (found === undefined) return { path: '' }
  try {
    return read(found)
  } catch (error) {
    if (error instanceof MemberRefused) return { path: error.path }
    throw error
  }
}

function read(found: JsonObject): Read {
  onlyMembers(found, ['schema', 'statement', 'document', 'assertion', 'credential', 'index'])
  if (found['schema'] !== approvalSchema) throw new MemberRefused('/schema')
  const assertion = objectAt(found['assertion'], '/assertion')
  onlyMembers(assertion, ['authenticator_data', 'client_data_json', 'signature'], '/assertion')
  const given = objectAt(found['credential'], '/credential')
  const known = ['signer', 'cose_key', 'rp_id', 'origin', 'enrolled_at', 'revoked_at']
  onlyMembers(given, known, '/credential')
  const { document, index } = found
  const { enrolled_at: enrolledAt, revoked_at: revokedAt } = given
  return {
    approval: {
      statement: bytesAt(found['statement'], '/statement'),
      assertion: {
        authenticatorData: bytesAt(
          assertion['authenticator_data'],
          '/assertion/authenticator_data',
        ),
        clientDataJson: bytesAt(assertion['client_data_json'], '/assertion/client_data_json'),
        signature: bytesAt(assertion['signature'], '/assertion/signature'),
      },
      ...(document === undefined ? {} : { document: bytesAt(document, '/document') }),
      ...(index === undefined ? {} : { index: countAt(index, '/index') }),
    },
    credential: {
      signer: textAt(given['signer'], '/credential/signer'),
      coseKey: bytesAt(given['cose_key'], '/credential/cose_key'),
      rpId: textAt(given['rp_id'], '/credential/rp_id'),
      origin: textAt(given['origin'], '/credential/origin'),
      ...(enrolledAt === undefined
        ? {}
        : { enrolledAt: countAt(enrolledAt, '/credential/enrolled_at') }),
      ...(revokedAt === undefined
        ? {}
        : { revokedAt: countAt(revokedAt, '/credential/revoked_at') }),
    },
  }
}
