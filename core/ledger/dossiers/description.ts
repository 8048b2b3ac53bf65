// SPDX-License-Identifier: EUPL-1.2
import { parseCanonical } from '../json/index.ts'

export const dossierSchema = 'schouw/dossier/1'

const languages = ['nl', 'en'] as const

/** For whom: it decides what is shown, never what is proven of it. */
export const scopes = ['director', 'regulator', 'insurer', 'customer'] as const
export type Scope = (typeof scopes)[number]

/** `dossier.json`: what the dossier says it is. */
export interface Description {
  readonly schema: typeof dossierSchema
  /** Origin of the log. */
  readonly log: string
  readonly organisation: string
  readonly scope: Scope
  readonly language: 'nl' | 'en'
  /** Days, both included. */
  readonly from: string
  readonly until: string
  /** Size of the log, and the claimed time of its last entry. */
  readonly size: number
  readonly at: string
  /** `all`: every header from 0 on. `chosen`: proofs of some entries. */
  readonly entries: 'all' | 'chosen'
  /** The person whose dossier it is. */
  readonly person?: string
  readonly documents: readonly {
    readonly sha256: string
    readonly name: string
    readonly type: string
  }[]
}

type Check = (value: unknown) => boolean

const isDay: Check = (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)
const isText: Check = (value) => typeof value === 'string' && value.length <= 1024
const isDigest: Check = (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)

const checks: Readonly<Record<string, Check>> = {
  schema: (value) => value === dossierSchema,
  log: isText,
  organisation: isText,
  scope: (value) => scopes.some((scope) => scope === value),
  language: (value) => languages.some((language) => language === value),
  from: isDay,
  until: isDay,
  size: (value) => typeof value === 'number' && Number.isSafeInteger(value) && value > 0,
  at: isText,
  entries: (value) => value === 'all' || value === 'chosen',
  documents: (value) => Array.isArray(value) && value.every(isDocument),
}

/** The path of what is wrong where it is no description. */
export function descriptionIn(bytes: Uint8Array): Description | { readonly path: string } {
  const parsed = parseCanonical(bytes, { lengthBytes: 1 << 22, depth: 8 })
  if (!parsed.ok) return { path: '' }
  const { value } = parsed
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return { path: '' }
  const members: Readonly<Record<string, unknown>> = { ...value }
  const wrong = Object.keys(checks).find((name) => checks[name]?.(members[name]) !== true)
  if (wrong !== undefined) return { path: `/${wrong}` }
  const strange = Object.keys(members).find(
    (name) => !Object.hasOwn(checks, name) && !(name === 'person' && isText(members[name])),
  )
  // The check has just been made member by member.
  return strange === undefined ? (members as unknown as Description) : { path: `/${strange}` }
}

function isDocument(value: unknown): boolean {
  if (value === null || typeof value !== 'object') return false
  const { sha256, name, type, ...rest } = value as Readonly<Record<string, unknown>>
  return isDigest(sha256) && isText(name) && isText(type) && Object.keys(rest).length === 0
}
