// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { newId } from '../http/ids.ts'
import { runImport } from './run.ts'
import type { Vulnerabilities } from './service.ts'
import { storeImport } from './store.ts'

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

const block = 512

/** An archive as `tar` makes one, in the order given. */
export function tarOf(files: readonly (readonly [path: string, content: Uint8Array])[]): Buffer {
  const parts = files.flatMap(([path, content]) => {
    const head = Buffer.alloc(block)
    head.write(path, 0, 100, 'utf8')
    head.write('0000644\0', 100)
    head.write(`${content.length.toString(8).padStart(11, '0')}\0`, 124)
    head.write('0', 156)
    head.write('ustar\x0000', 257, 'latin1')
    head.fill(0x20, 148, 156)
    const sum = head.reduce((total, byte) => total + byte, 0)
    head.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
    const rest = (block - (content.length % block)) % block
    return [head, Buffer.from(content), Buffer.alloc(rest)]
  })
  return Buffer.concat([...parts, Buffer.alloc(2 * block)])
}
