// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto'
import { hex, type Outcome, ok, refuse } from '@schouw/core/kernel'
import { readRegistration } from '@schouw/core/ledger/approvals'
import { base64, base64url, fromBase64url, utf8Bytes } from '@schouw/core/ledger/bytes'
import { pure } from '@schouw/core/ledger/cryptography'
import { canonicalJson } from '@schouw/core/ledger/json'
import { kinds, type RecordVersion, records } from '@schouw/core/registers'
import type { Caller } from '../http/caller.ts'
import { newId } from '../http/ids.ts'
import { ask, take } from '../identity/challenges.ts'
import { challengeMs } from '../identity/limits.ts'
import { relyingParty } from '../identity/passkeys.ts'
import { inIdentity } from '../identity/ports.ts'
import type { Told } from '../storage/changes/change.ts'
import type { Database } from '../storage/dialect.ts'
import { recordColumns, recordOf } from '../storage/records/row.ts'
import type { Signing } from './around.ts'
import { keepFile } from './table.ts'

/** ES256, EdDSA and RS256: what authenticators of today speak. */
const algorithms = [-7, -8, -257] as const

/** What a browser calls a person here: not what it calls the account, or it would take its place. */
function handleOf(person: string): string {
  const bytes = utf8Bytes(`schouw-approval-key/1\n${person}`) ?? new Uint8Array()
  return base64url(pure.digest('sha256', bytes))
}

/** Keys of one person that have not been revoked. */
export async function keysOf(db: Database, person: string): Promise<readonly RecordVersion[]> {
  const rows = await db
    .selectFrom('records')
    .select(recordColumns)
    .where('kind', '=', 'approval-key')
    .where('is_retired', '=', false)
    .orderBy('id')
    .execute()
  return rows.map(recordOf).filter(({ values }) => values['person'] === person)
}

export async function beginKey({ storage, identity, clock }: Signing, caller: Caller) {
  const { account = '', tenant, actor } = caller
  const found = await storage.read(tenant, async (db) => ({
    keys: await keysOf(db, actor.person),
    person: await db
      .selectFrom('records')
      .select('title')
      .where('id', '=', actor.person)
      .executeTakeFirst(),
  }))
  const challenge = base64url(new Uint8Array(randomBytes(32)))
  const name = found.person?.title ?? 'Schouw'
  const options = {
    rp: { name: 'Schouw', id: relyingParty(identity) },
    user: { id: handleOf(actor.person), name: `Schouw: ${name}`, displayName: name },
    challenge,
    pubKeyCredParams: algorithms.map((alg) => ({ type: 'public-key', alg })),
    timeout: challengeMs,
    attestation: 'none',
    excludeCredentials: found.keys.map(descriptor),
    // Not one that a browser offers for signing in.
    authenticatorSelection: { residentKey: 'discouraged', userVerification: 'required' },
  }
  const asked = { purpose: 'approval-key', account, value: { challenge } } as const
  const id = await inIdentity(identity, (db) =>
    ask(db, { ...asked, now: clock(), forMs: challengeMs }),
  )
  return { challenge: id, options }
}

export function descriptor({ values }: RecordVersion) {
  return { type: 'public-key', id: String(values['credential_id'] ?? '') }
}

export interface NewKey {
  readonly challenge: string
  readonly response: unknown
  readonly name: string
  readonly identified_how?: string | undefined
}

/** Judges what the browser gave, keeps it byte for byte, and enters the key into the log. */
export async function enrolKey(
  signing: Signing,
  caller: Caller,
  body: NewKey,
): Promise<Outcome<Told & { readonly id: string }, 'challenge-refused'>> {
  const { storage, identity, files, clock } = signing
  const { account = '', tenant, actor } = caller
  const now = clock()
  const asked = await inIdentity(identity, (db) =>
    take(db, { id: body.challenge, purpose: 'approval-key', account, now }),
  )
  const given = registrationIn(body.response)
  if (asked === undefined || given === undefined) return refuse('challenge-refused')
  const rpId = relyingParty(identity)
  const read = readRegistration(
    given,
    {
      challenge: fromBase64url(asked['challenge'] ?? '') ?? new Uint8Array(),
      rpId,
      origins: [...identity.origins()],
      needsVerifiedUser: true,
    },
    pure,
  )
  if (!read.ok) return refuse('challenge-refused', { why: read.refusal })
  const registration = canonicalJson({
    attestation_object: base64(given.attestationObject),
    client_data_json: base64(given.clientDataJson),
    schema: 'schouw/approval-key/1',
  })
  if (!registration.ok) return refuse('challenge-refused')
  const kept = { tenant, by: actor.person, at: now, name: 'approval-key.json' }
  const digest = await keepFile(files, { ...kept, bytes: registration.value })
  const values = {
    name: body.name,
    person: actor.person,
    credential_id: base64url(read.value.id),
    cose_key: base64url(read.value.coseKey),
    algorithm: read.value.algorithm,
    relying_party: rpId,
    page_origin: originIn(given.clientDataJson),
    authenticator_model: hex(read.value.aaguid),
    is_synced: read.value.isSynced,
    registration: digest,
    ...(body.identified_how ? { identified_how: body.identified_how } : {}),
  }
  const id = newId(now)
  const told = await storage.apply(tenant, {
    decide: ({ now: at, lookup }) =>
      records.create({
        kind: kinds['approval-key'],
        id,
        values,
        actor: { person: actor.person, roles: ['employee'], processes: [] },
        now: at,
        lookup,
        isJudged: true,
      }),
  })
  return ok({ ...told, id })
}

function registrationIn(response: unknown) {
  const { response: inner } = response as { readonly response?: Record<string, unknown> }
  const clientDataJson = fromBase64url(String(inner?.['clientDataJSON'] ?? ''))
  const attestationObject = fromBase64url(String(inner?.['attestationObject'] ?? ''))
  return clientDataJson === undefined || attestationObject === undefined
    ? undefined
    : { clientDataJson, attestationObject }
}

function originIn(clientDataJson: Uint8Array): string {
  const { origin } = JSON.parse(Buffer.from(clientDataJson).toString('utf8'))
  return String(origin)
}
