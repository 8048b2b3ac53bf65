// SPDX-License-Identifier: EUPL-1.2
import { equalBytes } from '@schouw/core/ledger/bytes'
import {
  parseRenewalList,
  parseValidation,
  renewedDigest,
  type Stamped,
  type VerifiedTimestamp,
  verifyTimestamp,
} from '@schouw/core/ledger/timestamps'
import type { Judgement, Trust, Verdict } from '@schouw/core/ledger/verdicts'
import {
  type RenewalAsStored,
  type SealAsStored,
  storedRenewals,
  storedSeals,
  storedStamps,
} from '../storage/inspection/timestamps.ts'
import { sha256 } from '../storage/ledger/hash.ts'
import type { Transaction } from '../storage/session.ts'
import { platform } from './crypto.ts'

/** Every stored token, by roots that were given: over heads, over earlier tokens, over dossiers. */
export async function judgeStamps(
  transaction: Transaction,
  judgement: Judgement,
  { origin, trust }: { readonly origin: string; readonly trust: Trust },
): Promise<void> {
  const tokens = new Tokens(judgement, trust)
  const times: number[] = []
  for (let above = -1; ; ) {
    const page = await storedStamps(transaction, above)
    const last = page.at(-1)
    if (last === undefined) break
    above = last.size
    for (const stamp of page) {
      const { size, note } = stamp
      if (note === null) judgement.refuse('timestamp', 'stamp-row-differs', { size })
      else times.push(...tokens.row({ ...stamp, bytes: note, where: { size } }))
    }
  }
  const renewals = await storedRenewals(transaction)
  for (const renewal of renewals) tokens.renewal(renewal, origin)
  let seals = 0
  for (let after: Pick<SealAsStored, 'digest' | 'authority'> = first; ; ) {
    const page = await storedSeals(transaction, after)
    const last = page.at(-1)
    if (last === undefined) break
    after = last
    seals += page.length
    for (const { digest, token } of page) tokens.seal(token, digest)
  }
  const { count } = tokens
  const more = {
    ...(renewals.length === 0 ? {} : { renewals: renewals.length }),
    ...(seals === 0 ? {} : { dossiers: seals }),
  }
  if (count + seals === 0) judgement.notClaimed('timestamp')
  else if ((trust.anchors ?? []).length === 0) {
    judgement.unproven('timestamp', 'anchors-missing', { tokens: count, ...more })
  } else if (times.length > 0) {
    const facts = { first_ms: Math.min(...times), last_ms: Math.max(...times) }
    judgement.proven('timestamp', { tokens: count - renewals.length, ...facts, ...more })
  }
}

const first = { digest: new Uint8Array(), authority: '' }

/** Where a finding is, as a verdict says it. */
type Facts = Verdict['findings'][number]['facts']

interface Row {
  readonly token: Uint8Array
  readonly nonce: Uint8Array
  readonly validation: Uint8Array | null
  readonly stamped_at: string | null
  readonly chain_ends_at: string | null
  /** What it must be about, and what it is called in a finding. */
  readonly bytes: Uint8Array
  readonly where: Facts
}

interface Kept {
  /** Of token and validation data, as a list of a renewal has it. */
  readonly digest: Uint8Array
  /** Undefined where the token was not believed. */
  readonly chainEndsMs: number | undefined
}

/** Tokens of one log, as they are met: those over heads, then those over earlier ones. */
class Tokens {
  readonly #judgement: Judgement
  readonly #trust: Trust
  /** By `stamp 12` or `renewal 1`; of two authorities over one head both. */
  readonly #kept = new Map<string, readonly Kept[]>()
  #count = 0

  constructor(judgement: Judgement, trust: Trust) {
    this.#judgement = judgement
    this.#trust = trust
  }

  get count(): number {
    return this.#count
  }

  /** The time it was given, when it holds. */
  row(row: Row): readonly number[] {
    const { size, renewal } = row.where
    const name = size === undefined ? `renewal ${renewal}` : `stamp ${size}`
    const digest = renewedDigest(row.token, row.validation ?? new Uint8Array(), sha256)
    const validation = row.validation === null ? undefined : parseValidation(row.validation)
    if (row.validation !== null && validation === undefined) {
      this.#judgement.refuse('timestamp', 'validation-malformed', row.where)
    }
    const verified = this.#verified(row.token, {
      stamped: { bytes: row.bytes },
      nonce: row.nonce,
      certificates: validation?.certificates ?? [],
      revocationLists: validation?.revocationLists ?? [],
      where: row.where,
    })
    const own = { digest, chainEndsMs: verified?.chainEndsMs }
    this.#kept.set(name, [...(this.#kept.get(name) ?? []), own])
    this.#count += 1
    if (verified === undefined) return []
    const isSame =
      row.stamped_at === new Date(verified.timeMs).toISOString() &&
      (row.chain_ends_at === null ||
        row.chain_ends_at === new Date(verified.chainEndsMs).toISOString())
    if (!isSame) this.#judgement.refuse('timestamp', 'stamp-row-differs', row.where)
    return [verified.timeMs]
  }

  /** As a dossier judges it: what was stamped again is what is here, and it was done in time. */
  renewal(row: RenewalAsStored, origin: string): void {
    const { number } = row
    const list = parseRenewalList(row.list)
    if (list === undefined || list.origin !== origin) {
      this.#judgement.refuse('timestamp', 'renewal-malformed', { renewal: number })
      return
    }
    const [timeMs] = this.row({ ...row, bytes: row.list, where: { renewal: number } })
    for (const one of list.tokens) {
      const facts = { renewal: number, [one.of]: one.number }
      const known = this.#kept.get(`${one.of} ${one.number}`) ?? []
      const former = known.find(({ digest }) => equalBytes(digest, one.digest))
      if (former === undefined) this.#judgement.refuse('timestamp', 'renewal-differs', facts)
      else if ((timeMs ?? 0) > (former.chainEndsMs ?? Number.POSITIVE_INFINITY)) {
        this.#judgement.refuse('timestamp', 'renewal-late', facts)
      }
    }
  }

  seal(token: Uint8Array, digest: Uint8Array): void {
    const stamped = { digest: { name: 'sha256' as const, bytes: digest } }
    const where = { list: Buffer.from(digest).toString('hex') }
    this.#verified(token, { stamped, where })
  }

  #verified(
    token: Uint8Array,
    asked: {
      readonly stamped: Stamped
      readonly nonce?: Uint8Array
      readonly certificates?: readonly Uint8Array[]
      readonly revocationLists?: readonly Uint8Array[]
      readonly where: Facts
    },
  ): VerifiedTimestamp | undefined {
    const { anchors = [], others = [], revocationLists = [], nowMs } = this.#trust
    // That there is nothing to prove them by is said once, of all.
    if (anchors.length === 0) return undefined
    const { stamped, nonce } = asked
    const verified = verifyTimestamp(
      { token },
      { stamped, ...(nonce === undefined ? {} : { nonce }) },
      {
        anchors,
        others: [...others, ...(asked.certificates ?? [])],
        revocationLists: [...revocationLists, ...(asked.revocationLists ?? [])],
        nowMs,
      },
      platform,
    )
    if (verified.ok) return verified.value
    this.#judgement.refuse('timestamp', verified.refusal, { ...asked.where, ...verified.facts })
    return undefined
  }
}
