// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto'
import { hex, type Outcome, ok, refuse } from '@schouw/core/kernel'
import {
  type ApprovalStatement,
  approvalChallenge,
  approvalStatement,
  type Decision,
  parseApprovalStatement,
  verifyApproval,
} from '@schouw/core/ledger/approvals'
import { base64, base64url, fromBase64, fromBase64url, utf8Bytes } from '@schouw/core/ledger/bytes'
import { pure } from '@schouw/core/ledger/cryptography'
import { canonicalJson } from '@schouw/core/ledger/json'
import { kinds, records } from '@schouw/core/registers'
import type { Caller } from '../http/caller.ts'
import { newId } from '../http/ids.ts'
import { ask, take } from '../identity/challenges.ts'
import { challengeMs } from '../identity/limits.ts'
import { relyingParty } from '../identity/passkeys.ts'
import { inIdentity } from '../identity/ports.ts'
import type { Told } from '../storage/changes/change.ts'
import type { Database } from '../storage/dialect.ts'
import { sha256 } from '../storage/ledger/hash.ts'
import type { Signing } from './around.ts'
import { descriptor, keysOf } from './keys.ts'
import { keepFile, recordsById, tableOf } from './table.ts'

export interface AskedApproval {
  readonly choice: 'approve' | 'reject' | 'abstain' | 'took_note'
  readonly document: string
  readonly reason?: string | undefined
  readonly has_conflict: boolean
  readonly on_behalf_of?: string | undefined
}

type Begun = Outcome<
  {
    readonly challenge: string
    readonly options: Readonly<Record<string, unknown>>
    readonly statement: ApprovalStatement
  },
  'not-found' | 'digest-differs' | 'reference-missing'
>

export interface StampedHead {
  readonly size: number
  readonly at: string
  readonly sha256: string
  readonly note: Uint8Array
}

/** The newest checkpoint that an authority has stamped: what is signed now is not older than it. */
export async function newestStamp(db: Database): Promise<StampedHead | null> {
  const row = await db
    .selectFrom('log_timestamps as stamp')
    .innerJoin('log_heads as head', (join) => join.onRef('head.size', '=', 'stamp.size'))
    .select(['head.size as size', 'head.note as note', 'stamp.stamped_at as at'])
    .where('stamp.token', 'is not', null)
    .orderBy('stamp.size', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (row?.at == null) return null
  return { size: row.size, at: row.at, sha256: hex(sha256(row.note)), note: row.note }
}

/** What stands beside the button, as `docs/formats/approval.md` has it: digested into the statement. */
export function shownText(question: string, decision: Decision, reason: string): Uint8Array {
  return utf8Bytes(`${question}\n${decision}\n${reason}\n`) ?? new Uint8Array()
}

/** Makes the statement over what is on the table at this moment, and asks a passkey to sign it. */
export async function beginApproval(
  signing: Signing,
  caller: Caller,
  asked: AskedApproval & { readonly decision: string },
): Promise<Begun> {
  const { storage, identity, clock } = signing
  const { account = '', tenant, actor } = caller
  const log = await storage.log(tenant)
  const found = await storage.read(tenant, async (db) => ({
    table: await tableOf(db, asked.decision),
    keys: await keysOf(db, actor.person),
    stamped: await newestStamp(db),
  }))
  const { table, keys, stamped } = found
  if (table === undefined || table.decision.state !== 'tabled') return refuse('not-found')
  // Somebody changed it while the member was reading: it is shown again, and then signed.
  if (table.sha256 !== asked.document) return refuse('digest-differs')
  if (keys.length === 0) return refuse('reference-missing')
  const choice = asked.choice.replace('_', '-') as Decision
  const { meeting, question } = table.decision.values
  const { head } = log
  const statement: ApprovalStatement = {
    v: 1,
    type: 'board-approval',
    tenant,
    log: head.origin,
    meeting: typeof meeting === 'string' ? meeting : 'outside-a-meeting',
    resolution: table.decision.id,
    decision: choice,
    document: { name: table.name, bytes: table.bytes.length, sha256: table.sha256 },
    registerHead: { size: head.size, root: base64(head.root) },
    signer: actor.person,
    ...(asked.on_behalf_of === undefined ? {} : { onBehalfOf: asked.on_behalf_of }),
    nonce: base64url(new Uint8Array(randomBytes(16))),
    shown: hex(sha256(shownText(String(question ?? ''), choice, asked.reason ?? ''))),
    ...(stamped === null ? {} : { stamped: stamped.sha256 }),
  }
  const bytes = approvalStatement(statement)
  if (!bytes.ok) throw new Error(`statement: ${JSON.stringify(bytes.facts)}`)
  const value = {
    statement: base64(bytes.value),
    reason: asked.reason ?? '',
    conflict: asked.has_conflict ? '1' : '',
  }
  const challenge = await inIdentity(identity, (db) =>
    ask(db, { purpose: 'approval', account, value, now: clock(), forMs: challengeMs }),
  )
  const options = {
    challenge: base64url(approvalChallenge(bytes.value, pure)),
    rpId: relyingParty(identity),
    allowCredentials: keys.map(descriptor),
    userVerification: 'required',
    timeout: challengeMs,
  }
  return ok({ challenge, options, statement })
}

type Given = Outcome<
  Told & { readonly id: string },
  'challenge-refused' | 'digest-differs' | 'not-found'
>

/** Verifies the signature as an outsider would, keeps every byte of it, and casts the vote. */
export async function giveApproval(
  signing: Signing,
  caller: Caller,
  answer: { readonly decision: string; readonly challenge: string; readonly response: unknown },
): Promise<Given> {
  const { storage, identity, files, clock } = signing
  const { account = '', tenant, actor } = caller
  const now = clock()
  const asked = await inIdentity(identity, (db) =>
    take(db, { id: answer.challenge, purpose: 'approval', account, now }),
  )
  const bytes = fromBase64(asked?.['statement'] ?? '')
  const assertion = assertionIn(answer.response)
  if (asked === undefined || bytes === undefined || assertion === undefined) {
    return refuse('challenge-refused')
  }
  const statement = parseApprovalStatement(bytes)
  if (!statement.ok || statement.value.resolution !== answer.decision) {
    return refuse('challenge-refused')
  }
  const found = await storage.read(tenant, async (db) => ({
    table: await tableOf(db, answer.decision),
    keys: await keysOf(db, actor.person),
  }))
  const { table } = found
  if (table === undefined) return refuse('not-found')
  if (table.sha256 !== statement.value.document.sha256) return refuse('digest-differs')
  const key = found.keys.find(({ values }) => values['credential_id'] === assertion.id)
  if (key === undefined) return refuse('challenge-refused')
  const [enrolled] = await storage.read(tenant, (db) => recordsById(db, [key.id]))
  const { values } = key
  const verified = verifyApproval(
    { statement: bytes, document: table.bytes, assertion },
    {
      signer: actor.person,
      coseKey: fromBase64url(String(values['cose_key'])) ?? new Uint8Array(),
      rpId: String(values['relying_party']),
      origin: String(values['page_origin']),
      ...(enrolled === undefined ? {} : { enrolledAt: enrolled.first }),
    },
    pure,
  )
  if (!verified.ok) return refuse('challenge-refused', { why: verified.refusal })
  const kept = { tenant, by: actor.person, at: now }
  const digests = {
    document: await keepFile(files, { ...kept, name: table.name, bytes: table.bytes }),
    statement: await keepFile(files, { ...kept, name: 'statement.json', bytes }),
    assertion: await keepFile(files, {
      ...kept,
      name: 'assertion.json',
      bytes: assertionBytes(assertion),
    }),
  }
  const casting = { statement: statement.value, asked, digests, key: key.id }
  const told = await cast(signing, caller, casting)
  signing.onSigned(tenant)
  return ok(told)
}

interface Casting {
  readonly statement: ApprovalStatement
  readonly asked: Readonly<Record<string, string>>
  readonly digests: Readonly<Record<'document' | 'statement' | 'assertion', string>>
  readonly key: string
}

async function cast({ storage, clock }: Signing, caller: Caller, casting: Casting) {
  const { statement, asked, digests, key } = casting
  const { actor, tenant } = caller
  const id = newId(clock())
  const { registerHead, stamped, onBehalfOf } = statement
  const values = {
    decision: statement.resolution,
    person: actor.person,
    choice: statement.decision.replace('-', '_'),
    has_conflict: asked['conflict'] === '1',
    ...(asked['reason'] ? { reason: asked['reason'] } : {}),
    ...(onBehalfOf === undefined ? {} : { on_behalf_of: onBehalfOf }),
    ...digests,
    approval_key: key,
    log_size: registerHead.size,
    log_root: hex(fromBase64(registerHead.root) ?? new Uint8Array()),
    ...(stamped === undefined ? {} : { checkpoint: stamped }),
  }
  const told = await storage.apply(tenant, {
    decide: ({ now, lookup }) =>
      records.create({
        kind: kinds.vote,
        id,
        values: { ...values, cast_at: now },
        actor,
        now,
        lookup,
      }),
  })
  return { ...told, id }
}

interface GivenAssertion {
  readonly id: string
  readonly authenticatorData: Uint8Array
  readonly clientDataJson: Uint8Array
  readonly signature: Uint8Array
}

function assertionIn(given: unknown): GivenAssertion | undefined {
  const { id, response } = given as {
    readonly id?: string
    readonly response?: Readonly<Record<string, unknown>>
  }
  const bytes = (name: string) => fromBase64url(String(response?.[name] ?? ''))
  const [authenticatorData, clientDataJson, signature] = [
    bytes('authenticatorData'),
    bytes('clientDataJSON'),
    bytes('signature'),
  ]
  if (id === undefined || authenticatorData === undefined) return undefined
  if (clientDataJson === undefined || signature === undefined) return undefined
  return { id, authenticatorData, clientDataJson, signature }
}

/** As `schouw/approval/1` spells it. */
function assertionBytes(assertion: GivenAssertion): Uint8Array {
  const bytes = canonicalJson({
    authenticator_data: base64(assertion.authenticatorData),
    client_data_json: base64(assertion.clientDataJson),
    signature: base64(assertion.signature),
  })
  if (!bytes.ok) throw new Error(`assertion: ${bytes.refusal}`)
  return bytes.value
}
