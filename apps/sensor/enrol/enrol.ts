// SPDX-License-Identifier: EUPL-1.2
import { existsSync } from 'node:fs'
import {
  type Identity,
  isEnrolled,
  newIdentity,
  publicKeyOf,
  readIdentity,
  sha256,
  signatureOf,
  writeIdentity,
} from '../identity.ts'

interface Enrolling {
  readonly hub: string
  readonly code: string
  /** Where the identity lies, or will lie. */
  readonly file: string
}

export type EnrolledOrNot =
  | { readonly ok: true; readonly site: string | null; readonly fingerprint: string }
  | { readonly ok: false; readonly why: string; readonly isHubAway: boolean }

const longestMs = 30_000

/**
 * Makes a key, shows the hub that it has it, and keeps what the hub says. The key is on disk before
 * the hub hears of it: an answer that was lost is asked for again with the same code.
 */
export async function enrolled(
  { hub, code, file }: Enrolling,
  { fetch }: { readonly fetch: typeof globalThis.fetch },
): Promise<EnrolledOrNot> {
  const before = existsSync(file) ? readIdentity(file) : undefined
  if (before !== undefined && 'wrong' in before) return no(before.wrong)
  if (before !== undefined && isEnrolled(before)) {
    return no(`${file}: this sensor has been let in already; choose another file for another one`)
  }
  const identity: Identity = { ...(before ?? newIdentity(hub)), hub }
  writeIdentity(file, identity)
  const key = publicKeyOf(identity)
  const digest = sha256(key)
  const said = { what: 'enrolment', address: sha256(code), number: 0, digest } as const
  const body = {
    ...{ code, public_key: key.toString('base64') },
    signature: signatureOf(identity, said),
  }
  let answer: Response
  let told: unknown
  try {
    answer = await fetch(`${hub}/api/v1/sensors/enrolments`, {
      ...{ method: 'POST', redirect: 'error', signal: AbortSignal.timeout(longestMs) },
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    told = await answer.json()
  } catch (fault) {
    const cause = fault instanceof Error ? (fault.cause ?? fault) : fault
    return no(`${hub} does not answer: ${cause instanceof Error ? cause.message : cause}`, true)
  }
  if (answer.status === 404) return no('this code was used, is over, or was never given')
  const { address, hub_key, site } = (told ?? {}) as Readonly<Record<string, unknown>>
  if (!answer.ok || typeof address !== 'string' || typeof hub_key !== 'string') {
    return no(`${hub} answered ${answer.status}`, answer.status === 429 || answer.status >= 500)
  }
  const place = typeof site === 'string' ? site : null
  writeIdentity(file, { ...identity, address, hub_key, site: place })
  return { ok: true, site: place, fingerprint: digest }
}

function no(why: string, isHubAway = false): EnrolledOrNot {
  return { ok: false, why, isHubAway }
}
