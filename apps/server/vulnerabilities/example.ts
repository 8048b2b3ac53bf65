// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { newId } from '../http/ids.ts'
import { runImport } from './run.ts'
import type { Vulnerabilities } from './service.ts'
import { storeImport } from './store.ts'
import { tarOf } from './tar.ts'

const folder = join(import.meta.dirname, '../../../examples/advisories')

/** The invented advisories that go with the example factory, brought in as one archive. */
export async function bringExample(
  service: Vulnerabilities,
  tenant: string,
  by: string,
): Promise<void> {
  const { storage, files, clock } = service.around
  const paths = globSync('**/*.{json,csv}', { cwd: folder }).map((one) => one.replaceAll('\\', '/'))
  const archive = tarOf(paths.sort().map((path) => [path, readFileSync(join(folder, path))]))
  const at = clock()
  const name = 'examples-advisories.tar'
  const taken = await files.take({ tenant, by, at, name, stream: Readable.from([archive]) })
  if (!taken.ok) throw new Error(`the example was refused: ${taken.refusal}`)
  const id = newId(at)
  const digest = createHash('sha256').update(archive).digest('hex')
  const about = { fileName: name, origin: 'examples/advisories', licence: 'EUPL-1.2' }
  await storage.write(tenant, (db) =>
    storeImport(db, { id, digest, size: archive.length, at, by, ...about }),
  )
  // Whoever asks for the example sees it whole.
  await runImport(service.around, id, { tenant, progress: async () => {} })
  await service.follow(tenant)
}
