// SPDX-License-Identifier: EUPL-1.2
import { changedSince, type TableDocument, tableSchema } from '@schouw/core/board/table'
import { hex } from '@schouw/core/kernel'
import { verifyApproval } from '@schouw/core/ledger/approvals'
import { base64, fromBase64, fromBase64url } from '@schouw/core/ledger/bytes'
import { pure } from '@schouw/core/ledger/cryptography'
import type { RecordVersion } from '@schouw/core/registers'
import type { Caller } from '../http/caller.ts'
import type { Database } from '../storage/dialect.ts'
import { sha256 } from '../storage/ledger/hash.ts'
import { recordColumns, recordOf } from '../storage/records/row.ts'
import type { Signing } from './around.ts'
import { bytesOfFile, jsonIn, type OnTable, recordsById } from './table.ts'

type Placed = RecordVersion & { readonly first: number; readonly last: number }

export async function votesWithKeys(db: Database, decision: string) {
  const rows = await db
    .selectFrom('records')
    .select([...recordColumns, 'first_entry', 'entry'])
    .where('kind', '=', 'vote')
    .where('is_retired', '=', false)
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('record_links')
        .select('record_links.id')
        .where('record_links.target', '=', decision),
    )
    .orderBy('first_entry')
    .execute()
  const votes: readonly Placed[] = rows.map((row) => ({
    ...recordOf(row),
    first: row.first_entry,
    last: row.entry,
  }))
  const keys = votes.flatMap(({ values }) => textOf(values['approval_key']) ?? [])
  return { votes, keys: await recordsById(db, keys) }
}

/** What one vote stands on: its signature checked as an outsider would, its subject compared. */
export async function standingOf(
  { files }: Signing,
  { tenant }: Caller,
  { vote, key, table }: { vote: Placed; key: Placed | undefined; table: OnTable },
) {
  const { values } = vote
  const bytes = (name: string) => bytesOfFile(files, tenant, values[name])
  const said = {
    vote: vote.id,
    person: String(values['person']),
    on_behalf_of: textOf(values['on_behalf_of']) ?? null,
    document: String(values['document']),
    log_size: typeof values['log_size'] === 'number' ? values['log_size'] : null,
    is_stamped: values['checkpoint'] !== undefined,
  }
  const document = await bytes('document')
  const changed = changedOf(document, values['document'], table)
  const parts = await approvalParts({ files }, tenant, vote, key)
  if (values['assertion'] === undefined) {
    return { ...said, signature: 'unsigned', why: null, changed, is_synced: null } as const
  }
  if (parts === undefined || document === undefined) {
    const why = 'file-absent'
    return { ...said, signature: 'refused', why, changed, is_synced: null } as const
  }
  const verified = verifyApproval({ ...parts.approval, document }, parts.credential, pure)
  return verified.ok
    ? ({
        ...said,
        signature: 'signed',
        why: null,
        changed,
        is_synced: verified.value.isSynced,
      } as const)
    : ({ ...said, signature: 'refused', why: verified.refusal, changed, is_synced: null } as const)
}

/** Undefined where bytes or key are missing. */
export async function approvalParts(
  { files }: Pick<Signing, 'files'>,
  tenant: string,
  vote: Placed,
  key: Placed | undefined,
) {
  const statement = await bytesOfFile(files, tenant, vote.values['statement'])
  const assertion = jsonIn(await bytesOfFile(files, tenant, vote.values['assertion']))
  if (statement === undefined || assertion === undefined || key === undefined) return undefined
  const of = (name: string) => fromBase64(String(assertion[name] ?? '')) ?? new Uint8Array()
  const { values } = key
  return {
    approval: {
      statement,
      assertion: {
        authenticatorData: of('authenticator_data'),
        clientDataJson: of('client_data_json'),
        signature: of('signature'),
      },
      index: vote.first,
    },
    credential: {
      signer: String(values['person']),
      coseKey: fromBase64url(String(values['cose_key'])) ?? new Uint8Array(),
      rpId: String(values['relying_party']),
      origin: String(values['page_origin']),
      enrolledAt: key.first,
      ...(key.retired === null ? {} : { revokedAt: key.last }),
    },
  }
}

type Parts = NonNullable<Awaited<ReturnType<typeof approvalParts>>>

/** `schouw/approval/1`: everything that `schouw verify` asks of one approval. */
export function approvalFile({ approval, credential }: Parts, document: Uint8Array | undefined) {
  const { assertion, statement, index } = approval
  return {
    schema: 'schouw/approval/1',
    statement: base64(statement),
    ...(document === undefined ? {} : { document: base64(document) }),
    assertion: {
      authenticator_data: base64(assertion.authenticatorData),
      client_data_json: base64(assertion.clientDataJson),
      signature: base64(assertion.signature),
    },
    credential: {
      signer: credential.signer,
      cose_key: base64(credential.coseKey),
      rp_id: credential.rpId,
      origin: credential.origin,
      enrolled_at: credential.enrolledAt,
      ...(credential.revokedAt === undefined ? {} : { revoked_at: credential.revokedAt }),
    },
    index,
  }
}

function changedOf(
  then: Uint8Array | undefined,
  digest: unknown,
  table: OnTable,
): readonly string[] {
  if (digest === table.sha256) return []
  const document = jsonIn(then)
  // A vote of before there was a table: over one of the files on it, or this version of the decision.
  if (document?.['schema'] !== tableSchema) {
    const { id, version } = table.decision
    const own = Buffer.from(JSON.stringify({ id, version }))
    const isSame = table.document.files.includes(String(digest)) || hex(sha256(own)) === digest
    return isSame ? [] : ['document']
  }
  return changedSince(document as unknown as TableDocument, table.document)
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
