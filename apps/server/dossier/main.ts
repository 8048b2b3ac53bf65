// SPDX-License-Identifier: EUPL-1.2
// Makes a dossier of a data folder or a database as a process of its own, and changes nothing. It
// is asked by one message of whoever started it, and answers by one.
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { FolderStore } from '../files/folder-store.ts'
import { databaseOf } from '../storage/dialect.ts'
import { StorageFault } from '../storage/fault.ts'
import { Session } from '../storage/session.ts'
import { knownFile } from '../verify/heads.ts'
import { type OpenedData, openData } from '../verify/open.ts'
import { dossierOf, headOf } from './gather.ts'
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
  return session.run(
    { tenant: tenant.id },
    async (): Promise<DossierTold> => {
      const row = await db.selectFrom('logs').select('size').executeTakeFirst()
      const heads = knownFile(join(folder, 'heads'), tenant.id)?.notes ?? []
      const note = heads
        .filter((one) => headOf(one).size <= (row?.size ?? 0))
        .toSorted((a, b) => headOf(b).size - headOf(a).size)[0]
      if (note === undefined) return { refused: 'there is no signed head of it in the folder' }
      const store = new FolderStore(join(folder, 'files'))
      const { transaction } = session
      const bytes = await dossierOf({ tenant: tenant.id, db, transaction, store, note }, wanted)
      writeFileSync(out, bytes, { flag: 'wx' })
      const { size, origin } = headOf(note)
      return { made: { bytes: bytes.length, size, log: origin } }
    },
    { isReadOnly: true, isSnapshot: true },
  )
}
