// SPDX-License-Identifier: EUPL-1.2
import { equalBytes } from '../bytes/index.ts'
import type { Crypto } from '../cryptography/index.ts'
import type { NoteKey } from '../notes/index.ts'
import { parseRenewalList, parseValidation, renewedDigest } from '../timestamps/index.ts'
import { Judgement, judgeToken, stampedPart, type Trust } from '../verdicts/index.ts'
import { manifestName, sealName } from './manifest.ts'
import { digestOf, type StampedTime } from './signed.ts'

export interface TimedFiles {
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly origin: string
  /** Entries of the log. */
  readonly size: number
  /** Signed notes by size. */
  readonly checkpoints: ReadonlyMap<number, Uint8Array>
  readonly keys: readonly NoteKey[]
}

interface BelievedToken {
  readonly timeMs: number
  readonly chainEndsMs: number
  readonly authority: unknown
}

/** Every token of a dossier: over heads, over earlier tokens, over the list of files. */
export function judgeTimes(
  judgement: Judgement,
  timed: TimedFiles,
  trust: Trust,
  crypto: Crypto,
): readonly StampedTime[] {
  return new Times(judgement, timed, trust, crypto).judge()
}

class Times {
  readonly #judgement: Judgement
  readonly #timed: TimedFiles
  readonly #trust: Trust
  readonly #crypto: Crypto
  /** By `stamp 12` or `renewal 1`; undefined where the token is there and not believed. */
  readonly #believed = new Map<string, BelievedToken | undefined>()

  constructor(judgement: Judgement, timed: TimedFiles, trust: Trust, crypto: Crypto) {
    this.#judgement = judgement
    this.#timed = timed
    this.#trust = trust
    this.#crypto = crypto
  }

  judge(): readonly StampedTime[] {
    const times: StampedTime[] = []
    for (const size of this.#numbered(/^tokens\/(\d+)\.tsr$/)) {
      const note = this.#timed.checkpoints.get(size)
      if (note === undefined) {
        this.#judgement.refuse('timestamp', 'checkpoint-missing', { size })
        continue
      }
      const part = stampedPart(note, this.#timed.keys)
      const found = this.#judgeOne('stamp', size, part)
      if (found === undefined) continue
      times.push({ size, timeMs: found.timeMs, sha256: digestOf(part, this.#crypto) })
      this.#judgement.proven('timestamp', { authority: found.authority })
    }
    const renewals = this.#judgeRenewals()
    this.#conclude(times, renewals)
    return times
  }

  /** With the certificates and lists that lie beside it: they lead to a root, and are none. */
  #judgeOne(of: 'stamp' | 'renewal', number: number, stamped: Uint8Array) {
    const name = nameOf(of, number)
    const token = this.#timed.files.get(`${name}.tsr`) ?? new Uint8Array()
    const beside = this.#timed.files.get(`${name}.der`)
    const validation = beside === undefined ? undefined : parseValidation(beside)
    const where = of === 'stamp' ? { size: number } : { renewal: number }
    if (beside !== undefined && validation === undefined) {
      this.#judgement.refuse('timestamp', 'validation-malformed', where)
    }
    const { others = [], revocationLists = [] } = this.#trust
    const trust: Trust = {
      ...this.#trust,
      others: [...others, ...(validation?.certificates ?? [])],
      revocationLists: [...revocationLists, ...(validation?.revocationLists ?? [])],
    }
    const alone = new Judgement()
    judgeToken(alone, token, { bytes: stamped }, trust, this.#crypto)
    const { layers, findings } = alone.verdict()
    const said = layers.find(({ layer }) => layer === 'timestamp')
    for (const { code, facts } of findings) {
      if (said?.state === 'unproven') this.#judgement.unproven('timestamp', code, where)
      else this.#judgement.refuse('timestamp', code, { ...facts, ...where })
    }
    const { time_ms: timeMs, chain_ends_ms: chainEndsMs, authority } = said?.facts ?? {}
    const believed =
      said?.state === 'proven'
        ? { timeMs: Number(timeMs), chainEndsMs: Number(chainEndsMs), authority }
        : undefined
    this.#believed.set(`${of} ${number}`, believed)
    const revoked = layers.find(({ layer }) => layer === 'revocation')
    if (revoked?.state === 'proven') this.#judgement.proven('revocation', revoked.facts)
    return believed
  }

  #judgeRenewals(): readonly object[] {
    const told: object[] = []
    for (const number of this.#numbered(/^tokens\/renewal-(\d+)\.txt$/)) {
      const bytes = this.#timed.files.get(`${nameOf('renewal', number)}.txt`) ?? new Uint8Array()
      const list = parseRenewalList(bytes)
      if (list === undefined || list.origin !== this.#timed.origin) {
        this.#judgement.refuse('timestamp', 'renewal-malformed', { renewal: number })
        continue
      }
      const found = this.#judgeOne('renewal', number, bytes)
      for (const one of list.tokens) this.#judgeRenewed(number, one, found)
      if (found === undefined) continue
      told.push({ number, time_ms: found.timeMs, tokens: list.tokens.length })
    }
    return told
  }

  /** What was stamped again is what lies here, and it was done in time. */
  #judgeRenewed(
    renewal: number,
    { of, number, digest }: { of: 'stamp' | 'renewal'; number: number; digest: Uint8Array },
    found: BelievedToken | undefined,
  ): void {
    const token = this.#timed.files.get(`${nameOf(of, number)}.tsr`)
    // Of what is not in the dossier, nothing is said by it.
    if (token === undefined) return
    const validation = this.#timed.files.get(`${nameOf(of, number)}.der`) ?? new Uint8Array()
    const own = renewedDigest(token, validation, (bytes) => this.#crypto.digest('sha256', bytes))
    const facts = { renewal, [of]: number }
    if (!equalBytes(own, digest)) this.#judgement.refuse('timestamp', 'renewal-differs', facts)
    const former = this.#believed.get(`${of} ${number}`)
    if (former === undefined || found === undefined) return
    if (found.timeMs > former.chainEndsMs) {
      this.#judgement.refuse('timestamp', 'renewal-late', facts)
    }
  }

  #conclude(times: readonly StampedTime[], renewals: readonly object[]): void {
    const { files, size: entries } = this.#timed
    const stamps = times.map(({ size, timeMs }) => ({ size, time_ms: timeMs }))
    if (times.length > 0) {
      this.#judgement.proven('timestamp', {
        stamps,
        entries_above_the_last: entries - Math.max(0, ...times.map(({ size }) => size)),
        ...(renewals.length === 0 ? {} : { renewals }),
      })
      this.#judgement.notClaimed('revocation')
      this.#judgement.notClaimed('qualified')
    } else this.#judgement.notClaimed('timestamp')
    const seal = files.get(sealName)
    if (seal === undefined) return
    // A token over the list of files: all of them together were there by then.
    const bytes = files.get(manifestName) ?? new Uint8Array()
    const alone = new Judgement()
    judgeToken(alone, seal, { bytes }, this.#trust, this.#crypto)
    const { layers, findings } = alone.verdict()
    const said = layers.find(({ layer }) => layer === 'timestamp')
    for (const { code, facts } of findings) {
      if (said?.state === 'unproven')
        this.#judgement.unproven('timestamp', code, { name: sealName })
      else this.#judgement.refuse('timestamp', code, { ...facts, name: sealName })
    }
    if (said?.state === 'proven') {
      this.#judgement.proven('timestamp', { files_by_ms: said.facts['time_ms'] })
    }
  }

  #numbered(path: RegExp): readonly number[] {
    const found: number[] = []
    for (const name of this.#timed.files.keys()) {
      const [, number] = path.exec(name) ?? []
      if (number !== undefined) found.push(Number(number))
    }
    return found.toSorted((a, b) => a - b)
  }
}

function nameOf(of: 'stamp' | 'renewal', number: number): string {
  return of === 'stamp' ? `tokens/${number}` : `tokens/renewal-${number}`
}
