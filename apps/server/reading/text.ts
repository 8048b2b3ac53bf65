// SPDX-License-Identifier: EUPL-1.2
import type { Readable } from 'node:stream'
import { type FileRow, fileRow } from '../files/rows.ts'
import { fileTypes } from '../files/sniffing/types.ts'
import type { Database } from '../storage/dialect.ts'
import type { TenantId } from '../storage/session.ts'
import { type Around, recordsOf, type StoredRecord, textOf } from './around.ts'

/** A text that is longer is a file to open. */
const mostTextBytes = 300_000

export interface Standing {
  readonly receipt: StoredRecord
  readonly version: StoredRecord
  readonly policy: StoredRecord | undefined
  readonly file: FileRow | undefined
}

/** What stands behind receipts, each with all that its reader is shown; withdrawn ones left out. */
export async function standingOf(
  db: Database,
  receipts: readonly StoredRecord[],
): Promise<readonly Standing[]> {
  const open = receipts.filter(({ state, retired }) => state !== 'withdrawn' && retired === null)
  const versions = await recordsOf(
    db,
    'policy-version',
    open.flatMap(({ values }) => textOf(values, 'policy_version') ?? []),
  )
  const policies = await recordsOf(
    db,
    'policy',
    [...versions.values()].flatMap(({ values }) => textOf(values, 'policy') ?? []),
  )
  const found: Standing[] = []
  for (const receipt of open) {
    const version = versions.get(textOf(receipt.values, 'policy_version') ?? '')
    if (version === undefined) continue
    const digest = textOf(version.values, 'document')
    const file = digest === null ? undefined : await fileRow(db, digest)
    const policy = policies.get(textOf(version.values, 'policy') ?? '')
    found.push({ receipt, version, policy, file: file?.state === 'stored' ? file : undefined })
  }
  return found
}

/** The answer to whoever is asked: of the policy and of nothing else. */
export async function shownText(around: Around, tenant: TenantId, standing: Standing) {
  const { receipt, version, policy, file } = standing
  return {
    receipt: receipt.id,
    policy: textOf(policy?.values, 'name') ?? '',
    version: textOf(version.values, 'version') ?? '',
    summary: textOf(version.values, 'summary'),
    changes: textOf(version.values, 'changes'),
    text: await plainText(around, tenant, file),
    file:
      file === undefined
        ? null
        : { name: nameOf(standing), type: file.type, bytes: Number(file.size) },
    due_on: textOf(receipt.values, 'due_on'),
    read_at: receipt.state === 'read' ? textOf(receipt.values, 'read_at') : null,
    is_in_force: version.state === 'approved' && version.retired === null,
  }
}

export function nameOf({ policy, version, file }: Standing): string {
  if (file?.name != null) return file.name
  const extension = file === undefined ? 'bin' : fileTypes[file.type].extension
  return `${textOf(policy?.values, 'name') ?? ''} ${textOf(version.values, 'version') ?? ''}.${extension}`
}

async function plainText(
  { files }: Around,
  tenant: TenantId,
  file: FileRow | undefined,
): Promise<string | null> {
  const isShort = file?.type === 'text/plain' && Number(file.size) <= mostTextBytes
  if (files === undefined || file === undefined || !isShort) return null
  const stream = await files.open(tenant, file.digest)
  return stream === undefined ? null : whole(stream)
}

async function whole(stream: Readable): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(Buffer.from(part as Uint8Array))
  return Buffer.concat(parts).toString('utf8')
}
