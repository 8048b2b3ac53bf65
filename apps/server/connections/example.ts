// SPDX-License-Identifier: EUPL-1.2
// The recordings of the example factory as a source, as though somebody had dropped them on the page.
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { CardMakers, Inspection, inspectionReport, protocols } from '@schouw/core/capture'
import { compiledRegister } from '@schouw/formats/oui'
import { readSource } from '@schouw/formats/sources'
import { newId } from '../http/ids.ts'
import { entryAlone } from '../sources/accept.ts'
import { concludeSource, storeSource } from '../sources/store.ts'
import type { Storage } from '../storage/storage.ts'

interface Of {
  readonly tenant: string
  readonly by: string
  readonly at: string
}

/** A source for each day of recording, so that the later shows what changed since the earlier. */
export async function exampleConnections(storage: Storage, of: Of, folder: string): Promise<void> {
  const names = (await readdir(folder)).toSorted()
  for (const [day, some] of Map.groupBy(names, (name) => name.slice(0, dayCharacters))) {
    await storeDay(storage, of, { day, files: some.map((name) => join(folder, name)) })
  }
}

/** Recordings begin with the day they were made. */
const dayCharacters = '2026-11-03'.length

async function storeDay(
  storage: Storage,
  { tenant, by, at }: Of,
  { day, files }: { readonly day: string; readonly files: readonly string[] },
): Promise<void> {
  const bytes = await inspectedBytes(files)
  const read = await readSource('inspect', [bytes], { fileName: 'captures' })
  const digest = createHash('sha256').update(bytes).digest('hex')
  const result = createHash('sha256')
    .update(JSON.stringify([read.sightings, read.problems, [], read.conversations]))
    .digest('hex')
  const source = {
    id: newId(at),
    format: 'inspect',
    file_name: `examples/factory/captures/${day}`,
    digest,
    size: bytes.length,
    result_digest: result,
    is_kept: false,
    site: null,
    made_at: at,
    made_by: by,
  }
  await storage.write(tenant, (db) => storeSource(db, source, read))
  const payload = {
    what: 'source',
    format: 'inspect',
    input_sha256: digest,
    input_bytes: bytes.length,
    result_sha256: result,
    sightings: read.sightings.length,
    conversations: read.conversations?.length ?? 0,
    components: 0,
    problems: read.problems.length,
  }
  const told = await storage.apply(tenant, entryAlone(source.id, 'read', by, payload))
  const entry = told.outcome === 'done' ? told.done.entries[0] : undefined
  if (entry !== undefined) await storage.write(tenant, (db) => concludeSource(db, source.id, entry))
}

async function inspectedBytes(files: readonly string[]): Promise<Buffer> {
  const inspection = new Inspection({ protocols, seed: 1 })
  for (const file of files) {
    const bytes = await readFile(file)
    const name = basename(file)
    inspection.open(name)
    inspection.feed(name.endsWith('.gz') ? gunzipSync(bytes) : bytes)
    inspection.close()
  }
  const decoder = new TextDecoder()
  const makers = new CardMakers(compiledRegister(), (name) => decoder.decode(name))
  const vendorOf = (mac: string) => makers.makerOf(mac)
  return Buffer.from(JSON.stringify(inspectionReport(inspection.observed(), { vendorOf })))
}
