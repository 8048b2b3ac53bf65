// SPDX-License-Identifier: EUPL-1.2
import { type OscalDocument, resolveProfile } from '@schouw/formats/oscal'
import type { Caller } from '../../http/caller.ts'
import type { Database } from '../../storage/dialect.ts'
import type { Storage } from '../../storage/storage.ts'
import { digestOf, entryAlone } from '../accept.ts'
import type { DocumentProblem, DocumentRead } from '../documents/read.ts'
import { digestOfFramework, type Framework, frameworkOf, frameworksOf } from './framework.ts'
import {
  libraryMappings,
  type MappingLeftOut,
  type OneMap,
  oscalMappings,
  type SaidMapping,
  type SaidMappings,
} from './mappings.ts'
import {
  concludeFramework,
  type FrameworkRow,
  frameworkRows,
  knownRequirements,
  type MappingRow,
  mappingRows,
  storeFramework,
  storeMapping,
} from './store.ts'

export interface Brought {
  readonly name: string
  readonly sha256: string
  readonly bytes: number
}

export interface FrameworkTold {
  readonly id: string | null
  readonly key: string
  readonly title: string
  readonly action: 'create' | 'change' | 'same'
  readonly requirements: number
}

export interface LeftOut {
  readonly source: string
  readonly code: MappingLeftOut['code'] | 'framework-missing' | 'framework-unclear'
  readonly found: string
}

export interface FrameworksTold {
  readonly frameworks: readonly FrameworkTold[]
  readonly mappings: { readonly set: number; readonly same: number }
  readonly left_out: readonly LeftOut[]
  readonly problems: readonly DocumentProblem[]
  readonly result_sha256: string
  readonly entry: number | null
}

export interface Importing {
  readonly storage: Storage
  readonly caller: Caller
  readonly now: string
  readonly newId: () => string
  readonly isTrial: boolean
  readonly brought: Brought
  /** The framework that it is an edition of, or speaks of, when the document does not tell. */
  readonly framework: string | undefined
  /** Catalogues and profiles that were brought before. */
  readonly earlier: (row: FrameworkRow) => Promise<OscalDocument | undefined>
}

/** Frameworks and mappings that a document holds, with one entry in the log when anything is new. */
export async function importFrameworks(
  importing: Importing,
  read: DocumentRead,
): Promise<FrameworksTold> {
  const { storage, caller, isTrial } = importing
  const { tenant } = caller
  const known = await storage.read(tenant, frameworkRows)
  const { frameworks, problems } = await framed(importing, read, known)
  const said = mappingsIn(read)
  const told: (FrameworkTold & { readonly isWritten: boolean })[] = []
  for (const framework of frameworks) {
    told.push(await one(importing, framework, { known, problems }))
  }
  const after = isTrial ? known : await storage.read(tenant, frameworkRows)
  const found = await setMappings(importing, said, { known: after, frameworks })
  const result = digestOf([frameworks.map(digestOfFramework), said.sets.map(plainSet)])
  const isNew = told.some(({ isWritten }) => isWritten) || found.rows.length > 0
  const entry = isTrial || !isNew ? null : await written(importing, { told, found, result })
  return {
    frameworks: told.map(({ isWritten: _, ...rest }) => rest),
    mappings: { set: found.rows.length, same: found.same },
    left_out: found.leftOut,
    problems,
    result_sha256: result,
    entry,
  }
}

const plainSet = ({ framework, maps }: SaidMapping) => [framework, [...maps]]

function mappingsIn({ oscal, library }: DocumentRead): SaidMappings {
  if (library !== null) return libraryMappings(library)
  const isMapping = oscal?.model === 'mapping-collection'
  return isMapping ? oscalMappings(oscal) : { sets: [], leftOut: [] }
}

async function framed(
  { framework, earlier }: Importing,
  { oscal, library, problems }: DocumentRead,
  known: readonly FrameworkRow[],
): Promise<{
  readonly frameworks: readonly Framework[]
  readonly problems: readonly DocumentProblem[]
}> {
  if (library !== null) return { frameworks: frameworksOf(library), problems }
  if (oscal === null || oscal.model === 'mapping-collection') return { frameworks: [], problems }
  // Under the key of the framework that it is an edition of.
  const edition = known.find(({ id }) => id === framework)
  const keyed = (made: Framework) => (edition === undefined ? made : { ...made, key: edition.key })
  if (oscal.model === 'catalog') {
    return { frameworks: [keyed(frameworkOf(oscal, oscal.body))], problems }
  }
  const documents: OscalDocument[] = []
  for (const row of known) {
    const document = await earlier(row)
    if (document !== undefined) documents.push(document)
  }
  const { catalog, problems: more } = resolveProfile(oscal, (hrefs) =>
    documents.find((one, at) => isMeant(hrefs, known[at], one)),
  )
  const made = keyed(frameworkOf(oscal, catalog))
  return {
    frameworks: made.requirements.length === 0 ? [] : [made],
    problems: [...problems, ...more.map((problem) => ({ ...problem, line: null }))],
  }
}

function isMeant(
  hrefs: readonly string[],
  row: FrameworkRow | undefined,
  { uuid }: OscalDocument,
): boolean {
  return hrefs.some(
    (href) =>
      (uuid !== null && href.includes(uuid)) || (row !== undefined && namesFramework(href, row)),
  )
}

/** By its key, or by the name of the file that it came in. */
function namesFramework(href: string, { key, file_name, id }: FrameworkRow): boolean {
  const [path = ''] = href.split(/[?#]/, 1)
  const last = path.slice(path.lastIndexOf('/') + 1)
  return href === key || href === id || (last !== '' && last === file_name)
}

async function one(
  { storage, caller, now, newId, isTrial, brought }: Importing,
  framework: Framework,
  {
    known,
    problems,
  }: { readonly known: readonly FrameworkRow[]; readonly problems: readonly DocumentProblem[] },
): Promise<FrameworkTold & { readonly isWritten: boolean }> {
  const there = known.find(({ key }) => key === framework.key)
  const result_digest = digestOfFramework(framework)
  const { key, title } = framework
  const about = { key, title, requirements: framework.requirements.length }
  const isSame = there?.result_digest === result_digest
  const action = there === undefined ? 'create' : isSame ? 'same' : 'change'
  // Without an entry it was cut off before it was in the log.
  if (isTrial || (isSame && there?.entry !== null)) {
    return { id: there?.id ?? null, ...about, action, isWritten: false }
  }
  const row = {
    id: newId(),
    file_name: brought.name,
    digest: brought.sha256,
    size: brought.bytes,
    result_digest,
    problems: problems.slice(0, mostProblems),
    made_at: now,
    made_by: caller.actor.person,
  }
  const id = await storage.write(caller.tenant, (db) => storeFramework(db, framework, row))
  return { id, ...about, action, isWritten: true }
}

const mostProblems = 200

interface Found {
  readonly rows: readonly Omit<MappingRow, 'made_by' | 'made_at'>[]
  readonly same: number
  readonly leftOut: readonly LeftOut[]
}

async function setMappings(
  { storage, caller, framework }: Importing,
  { sets, leftOut }: SaidMappings,
  {
    known,
    frameworks,
  }: { readonly known: readonly FrameworkRow[]; readonly frameworks: readonly Framework[] },
): Promise<Found> {
  const rows: Omit<MappingRow, 'made_by' | 'made_at'>[] = []
  const out: LeftOut[] = [...leftOut]
  let same = 0
  for (const { framework: name, maps } of sets) {
    const along = frameworks.find(({ key }) => key === name)
    if (along !== undefined && known.every(({ key }) => key !== name)) {
      // A trial: the framework comes with its mapping, and neither is there yet.
      for (const one of along.requirements) {
        const own = maps.get(one.requirement)
        if (own !== undefined) rows.push(documented('', one.requirement, own))
      }
      continue
    }
    await storage.read(caller.tenant, async (db) => {
      const meant = await frameworkFor(db, { name, maps, framework }, known)
      if (typeof meant === 'string') {
        out.push({ source: name.slice(0, 200), code: meant, found: `${maps.size}` })
        return
      }
      const there = await knownRequirements(db, meant.id, [...maps.keys()])
      const standing = await mappingRows(db, meant.id)
      const before = new Map(
        standing.flatMap((row) => (row.origin === 'document' ? [[row.requirement, row.maps]] : [])),
      )
      for (const [requirement, own] of maps) {
        if (!there.has(requirement)) {
          out.push({
            source: meant.key,
            code: 'no-such-requirement',
            found: requirement.slice(0, 200),
          })
        } else if (isSame(before.get(requirement), own)) same += 1
        else rows.push(documented(meant.id, requirement, own))
      }
    })
  }
  return { rows, same, leftOut: out }
}

function documented(framework: string, requirement: string, maps: readonly OneMap[]) {
  return { framework, requirement, origin: 'document', maps, note: null } as const
}

function isSame(before: unknown, maps: readonly OneMap[]): boolean {
  const plain = (list: readonly OneMap[]) =>
    list.map(({ requirement, relationship }) => `${requirement} ${relationship}`).join(',')
  return Array.isArray(before) && plain(before) === plain(maps)
}

/** The one that was named, else the only one that has any of the requirements. */
async function frameworkFor(
  db: Database,
  said: {
    readonly name: string
    readonly maps: SaidMapping['maps']
    readonly framework?: string | undefined
  },
  known: readonly FrameworkRow[],
): Promise<FrameworkRow | 'framework-missing' | 'framework-unclear'> {
  const named = known.find((row) =>
    said.framework === undefined ? namesFramework(said.name, row) : row.id === said.framework,
  )
  if (named !== undefined) return named
  const having: FrameworkRow[] = []
  for (const row of known) {
    const there = await knownRequirements(db, row.id, [...said.maps.keys()])
    if (there.size > 0) having.push(row)
  }
  const [only] = having
  if (only === undefined) return 'framework-missing'
  return having.length === 1 ? only : 'framework-unclear'
}

async function written(
  { storage, caller, now, newId, brought }: Importing,
  parts: {
    readonly told: readonly (FrameworkTold & { readonly isWritten: boolean })[]
    readonly found: Found
    readonly result: string
  },
): Promise<number> {
  const { tenant, actor } = caller
  const { told, found, result } = parts
  const fresh = told.flatMap(({ id, isWritten }) => (isWritten && id !== null ? [id] : []))
  const payload = {
    what: 'framework',
    input_sha256: brought.sha256,
    input_bytes: brought.bytes,
    result_sha256: result,
    frameworks: fresh,
    mappings: found.rows.length,
  }
  const subject = fresh[0] ?? found.rows[0]?.framework ?? newId()
  const applied = await storage.apply(
    tenant,
    entryAlone(subject, 'framework', actor.person, payload),
  )
  const entry = applied.outcome === 'done' ? applied.done.entries[0] : undefined
  if (entry === undefined) throw new Error('an import that is not in the log')
  await storage.write(tenant, async (db) => {
    for (const id of fresh) await concludeFramework(db, id, entry)
    for (const row of found.rows) {
      await storeMapping(db, { ...row, entry, made_at: now, made_by: actor.person })
    }
  })
  return entry
}
