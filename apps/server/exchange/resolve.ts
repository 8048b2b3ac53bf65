// SPDX-License-Identifier: EUPL-1.2
import { type KindName, kind as kindOf, kinds, may, type RecordKind } from '@schouw/core/registers'
import { sql } from 'kysely'
import type { Caller } from '../http/caller.ts'
import type { Database } from '../storage/dialect.ts'
import { readable } from '../storage/reading/permission.ts'
import { isUuid, keyText } from '../storage/records/derive.ts'
import { folded } from '../storage/records/words.ts'

export interface Candidate {
  readonly kind: KindName
  readonly id: string
  readonly title: string
}

export type Resolved =
  | { readonly is: 'one'; readonly id: string }
  | { readonly is: 'none' }
  | { readonly is: 'several'; readonly candidates: readonly Candidate[] }

/** What a text can be meant by, the surest first. */
type Way = 'id' | 'code' | 'email' | 'loose' | 'name'
const ways: readonly Way[] = ['id', 'code', 'email', 'loose', 'name']

/** A record of the same file that is not there yet. */
export interface Coming {
  readonly id: string
  readonly code: string | undefined
  readonly name: string | undefined
}

interface Known extends Candidate {
  readonly way: Way
}

/** Candidates that are told; beyond, it is the text that is wrong. */
const mostCandidates = 10

/**
 * Texts turned into ids of records that whoever asks may see: by id, code (with the kind before it
 * or not), e-mail or name. What is not seen is not there.
 */
export class References {
  readonly #caller: Caller
  readonly #now: string
  /** Kind, then text as it was asked. */
  readonly #found = new Map<KindName, Map<string, Known[]>>()
  readonly #coming = new Map<KindName, Map<string, { code: string[]; name: string[] }>>()
  #asked = new Map<KindName, Set<string>>()

  constructor(caller: Caller, now: string) {
    this.#caller = caller
    this.#now = now
  }

  ask(to: readonly KindName[], text: string): void {
    for (const kind of to) {
      const own = ownText(kind, text)
      if (own === undefined || this.#found.get(kind)?.has(own) === true) continue
      const asked = this.#asked.get(kind) ?? new Set()
      this.#asked.set(kind, asked.add(own))
    }
  }

  /** Records that the file itself will make. */
  expect(kind: KindName, coming: readonly Coming[]): void {
    const known = this.#coming.get(kind) ?? new Map<string, { code: string[]; name: string[] }>()
    this.#coming.set(kind, known)
    const at = (text: string) => {
      const before = known.get(text) ?? { code: [], name: [] }
      known.set(text, before)
      return before
    }
    for (const { id, code, name } of coming) {
      if (code !== undefined) at(code).code.push(id)
      if (name !== undefined) at(folded(name)).name.push(id)
    }
  }

  /** Looks up everything that was asked since the last time. */
  async learn(db: Database): Promise<void> {
    const asked = this.#asked
    this.#asked = new Map()
    for (const [kind, texts] of asked) await this.#learn(db, kinds[kind], [...texts])
  }

  resolve(to: readonly KindName[], text: string): Resolved {
    const found: Known[] = []
    for (const kind of to) {
      const own = ownText(kind, text)
      if (own === undefined) continue
      found.push(...(this.#found.get(kind)?.get(own) ?? []))
      const title = own.slice(0, 120)
      const known = this.#coming.get(kind)
      for (const id of known?.get(own)?.code ?? []) found.push({ way: 'code', kind, id, title })
      for (const id of known?.get(folded(own))?.name ?? []) {
        found.push({ way: 'name', kind, id, title })
      }
    }
    for (const way of ways) {
      const same = new Map(found.filter((one) => one.way === way).map((one) => [one.id, one]))
      const [first, second] = same.values()
      if (first === undefined) continue
      if (second === undefined) return { is: 'one', id: first.id }
      const candidates = [...same.values()].slice(0, mostCandidates)
      return {
        is: 'several',
        candidates: candidates.map(({ kind, id, title }) => ({ kind, id, title })),
      }
    }
    return { is: 'none' }
  }

  async #learn(db: Database, kind: RecordKind, texts: readonly string[]): Promise<void> {
    const known = this.#found.get(kind.name) ?? new Map<string, Known[]>()
    this.#found.set(kind.name, known)
    for (const text of texts) known.set(text, [])
    const { actor } = this.#caller
    const permission = may({ actor, action: 'read', kind, now: this.#now })
    if (!permission.allowed) return
    const isSeen = (name: string) =>
      Object.hasOwn(kind.fields, name) &&
      (permission.fields === null || permission.fields.includes(name))
    const isTitleSeen = kind.title.every(isSeen)
    const rows = await candidates(db, kind, texts, readable({ kind, actor, now: this.#now }, 'r'))
    const byFolded = Map.groupBy(texts, folded)
    const byId = Map.groupBy(texts, idIn)
    for (const row of rows) {
      const title = isTitleSeen ? row.title : row.id
      const note = (way: Way, some: readonly string[] | undefined) => {
        for (const text of some ?? []) {
          known.get(text)?.push({ way, kind: kind.name, id: row.id, title })
        }
      }
      note('id', byId.get(row.id))
      const isCode = kind.key.length === 1 && isSeen(kind.key[0])
      if (isCode && row.code !== null) {
        note('code', known.has(row.code) ? [row.code] : [])
        if (!row.is_retired) note('loose', byFolded.get(folded(row.code)))
      }
      if (row.is_retired) continue
      if (isSeen('email') && row.email !== null) note('email', byFolded.get(folded(row.email)))
      if (!isTitleSeen) continue
      note('name', byFolded.get(row.first))
      if (row.sort_title !== row.first) note('name', byFolded.get(row.sort_title))
    }
  }
}

interface CandidateRow {
  readonly id: string
  readonly title: string
  readonly sort_title: string
  readonly first: string
  readonly code: string | null
  readonly email: string | null
  readonly is_retired: boolean
}

async function candidates(
  db: Database,
  kind: RecordKind,
  texts: readonly string[],
  seen: ReturnType<typeof readable>,
): Promise<readonly CandidateRow[]> {
  const low = texts.map(folded)
  const ids = texts.flatMap((text) => idIn(text) ?? [])
  const keys = texts.map((text) => keyText([text]))
  const [key] = kind.key
  const { rows } = await sql<CandidateRow>`
    select r.id, r.title, r.sort_title, split_part(r.sort_title, ' · ', 1) as first,
      r.document ->> ${key} as code, r.document ->> 'email' as email, r.is_retired
    from records r where r.kind = ${kind.name} and ${seen} and (
      r.id = any(${ids}::uuid[]) or r.natural_key = any(${keys}::text[])
      or split_part(r.sort_title, ' · ', 1) = any(${low}::text[])
      or r.sort_title = any(${low}::text[])
      or lower(r.document ->> ${key}) = any(${low}::text[])
      or lower(r.document ->> 'email') = any(${low}::text[]))`.execute(db)
  return rows
}

/** The id that a text is, or ends with. */
function idIn(text: string): string | undefined {
  const low = text.toLowerCase()
  if (isUuid(low)) return low
  const inside = /\[([0-9a-f-]{36})\]$/.exec(low)?.[1]
  return inside !== undefined && isUuid(inside) ? inside : undefined
}

/** Without the kind before it; undefined when another kind is named. */
function ownText(kind: KindName, text: string): string | undefined {
  const [, name, rest = ''] = /^([a-z-]{3,40}):\s*(.+)$/s.exec(text) ?? []
  if (name === undefined || kindOf(name) === undefined) return text
  return name === kind ? rest : undefined
}
