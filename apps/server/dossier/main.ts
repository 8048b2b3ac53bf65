// SPDX-License-Identifier: EUPL-1.2
// Makes a dossier of a data folder or a database as a process of its own, and changes nothing. It
// is asked by one message of whoever started it, and answers by one.
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sealable, sealName, type ZipFile } from '@schouw/core/ledger/dossiers'
import { FolderStore } from '../files/folder-store.ts'
import { packFor } from '../pack/gather.ts'
import { pdfOf } from '../pack/routes.ts'
import { LossRuns } from '../risk/runs.ts'
import { type Database, databaseOf } from '../storage/dialect.ts'
import { StorageFault } from '../storage/fault.ts'
import { sha256 } from '../storage/ledger/hash.ts'
import { Session } from '../storage/session.ts'
import { tokenOver } from '../timestamps/seal.ts'
import { timestampSettings } from '../timestamps/settings.ts'
import { knownFile } from '../verify/heads.ts'
import { type OpenedData, openData } from '../verify/open.ts'
import { container, filesOf, headOf } from './gather.ts'
import type { Wanted } from './wanted.ts'

export interface DossierAsked {
  readonly folder: string
  readonly database_url: string | null
  readonly out: string
  /** Id or name of an organisation; the only one there is when absent. */
  readonly organisation: string | null
  readonly wanted: Wanted
}

export type DossierTold =
  | { readonly made: { readonly bytes: number; readonly size: number; readonly log: string } }
  | { readonly refused: string }
  | { readonly fault: string }

const [asked] = (await once(process, 'message')) as [DossierAsked]
process.once('disconnect', () => process.exit(130))
const told = await answer(asked).catch((error): DossierTold => {
  if (error instanceof StorageFault) return { refused: error.message }
  return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) }
})
await new Promise<void>((resolve) => {
  if (process.send === undefined) resolve()
  else process.send(told, () => resolve())
})
process.removeAllListeners('disconnect')
process.disconnect?.()
setTimeout(() => process.exit(), 1_000).unref()

async function answer(question: DossierAsked): Promise<DossierTold> {
  const data = await openData({
    folder: question.folder,
    databaseUrl: question.database_url ?? undefined,
    secret: undefined,
    areFilesElsewhere: false,
  })
  try {
    return await made(data, question)
  } finally {
    await data.close().catch(() => {})
  }
}

async function made(data: OpenedData, question: DossierAsked): Promise<DossierTold> {
  const { folder, organisation, wanted, out } = question
  const session = new Session(data.engine)
  const db = databaseOf(session)
  const tenants = await session.run(
    'system',
    () => db.selectFrom('tenants').select(['id', 'name']).orderBy('created_at').execute(),
    { isReadOnly: true },
  )
  const named = tenants.filter(
    ({ id, name }) => organisation === null || id === organisation || name === organisation,
  )
  const [tenant, other] = named
  if (tenant === undefined) return { refused: 'there is no such organisation in it' }
  if (other !== undefined) {
    const names = named.map(({ name }) => name).join(', ')
    return { refused: `there are several organisations in it; name one of them: ${names}` }
  }
  const at = { session, tenant: tenant.id }
  const note = await newestHead(at, folder)
  if (note === undefined) return { refused: 'there is no signed head of it in the folder' }
  const beside = wanted.scope === 'customer' ? [] : await reportOf(at, wanted, headOf(note).size)
  const store = new FolderStore(join(folder, 'files'))
  const files = await reading(at, () => {
    const { transaction } = session
    return filesOf({ tenant: tenant.id, db, transaction, store, note }, wanted, beside)
  })
  const settings = timestampSettings(process.env)
  const sealed = settings.ok && settings.value !== undefined ? settings.value : undefined
  const clock = () => new Date().toISOString()
  const token =
    sealed === undefined ? undefined : await tokenOver(sealable(files, sha256), sealed, clock)
  const seal = token === undefined ? [] : [{ name: sealName, bytes: token }]
  const bytes = container([...files, ...seal])
  writeFileSync(out, bytes, { flag: 'wx' })
  const { size, origin } = headOf(note)
  return { made: { bytes: bytes.length, size, log: origin } }
}

interface At {
  readonly session: Session
  readonly tenant: string
}

function reading<T>({ session, tenant }: At, work: () => Promise<T>): Promise<T> {
  return session.run({ tenant }, work, { isReadOnly: true, isSnapshot: true })
}

/** Signed, and of no more entries than there are. */
async function newestHead(at: At, folder: string): Promise<Uint8Array | undefined> {
  const db = databaseOf(at.session)
  const row = await reading(at, () => db.selectFrom('logs').select('size').executeTakeFirst())
  const heads = knownFile(join(folder, 'heads'), at.tenant)?.notes ?? []
  return heads
    .filter((one) => headOf(one).size <= (row?.size ?? 0))
    .toSorted((a, b) => headOf(b).size - headOf(a).size)[0]
}

/** The report of that moment, as somebody sees it who may see everything. */
async function reportOf(at: At, wanted: Wanted, size: number): Promise<readonly ZipFile[]> {
  const db = databaseOf(at.session)
  const storage = {
    read: <T>(_: string, work: (of: Database) => Promise<T>) => reading(at, () => work(db)),
  }
  const runs = new LossRuns({ patienceMs: 10_000 })
  try {
    const actor = {
      person: wanted.person ?? 'schouw-dossier',
      roles: ['director', 'ciso'] as const,
      processes: [],
    }
    const asked = { caller: { tenant: at.tenant, actor }, asOf: String(size) }
    const clock = () => wanted.now
    const of = await packFor({ storage, clock }, runs, asked)
    return 'refused' in of ? [] : [{ name: 'report.pdf', bytes: pdfOf(of, wanted.language) }]
  } finally {
    await runs.close()
  }
}
