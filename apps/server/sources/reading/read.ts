// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { Sighted } from '@schouw/formats/sightings'
import { formatOf, readSource, type SourceFormat } from '@schouw/formats/sources'
import { type DocumentRead, readDocument } from '../documents/read.ts'

/** A file that is to be read, on disk or in memory. */
export type Wanted =
  | {
      readonly what: 'source'
      readonly path: string
      /** Found out when absent. */
      readonly format: SourceFormat | undefined
      readonly fileName: string | undefined
    }
  | { readonly what: 'document'; readonly name: string; readonly bytes: Uint8Array }

export interface SourceRead {
  readonly format: SourceFormat
  readonly fileName: string
  readonly read: Sighted
  /** Of what was read, in hex. */
  readonly digest: string
}

/** Undefined when it is nobody's format. */
export async function sourceIn(
  wanted: Extract<Wanted, { what: 'source' }>,
): Promise<SourceRead | undefined> {
  const bytes = () => createReadStream(wanted.path)
  const format = wanted.format ?? (await formatOf(bytes()))
  if (format === undefined) return undefined
  const fileName = wanted.fileName ?? `source.${format}`
  const read = await readSource(format, bytes(), { fileName })
  return { format, fileName, read, digest: digestOfRead(read) }
}

export function documentIn({
  name,
  bytes,
}: Extract<Wanted, { what: 'document' }>): Promise<DocumentRead> {
  return Promise.resolve(readDocument(name, bytes))
}

/**
 * As the JSON of sightings, problems and components, without that text in one piece. Conversations
 * are a fourth list where the source has any; the others keep the digest they always had.
 */
function digestOfRead({ sightings, problems, components = [], conversations }: Sighted): string {
  const hash = createHash('sha256').update('[')
  const lists = [sightings, problems, components, ...(conversations ? [conversations] : [])]
  for (const [at, list] of lists.entries()) {
    hash.update(at === 0 ? '[' : ',[')
    for (const [place, one] of list.entries()) {
      hash.update(`${place === 0 ? '' : ','}${JSON.stringify(one)}`)
    }
    hash.update(']')
  }
  return hash.update(']').digest('hex')
}
