// SPDX-License-Identifier: EUPL-1.2
import { utf8Text } from '../bytes/index.ts'
import { approvalSchema } from './approval.ts'
import { objectIn } from './members.ts'
import { proofSchema } from './proof.ts'

export type FileKind = 'checkpoint' | 'proof' | 'tlog-proof' | 'timestamp' | 'approval' | 'dossier'

/** The first bytes of a zip, of which a dossier is one. */
const zip = [0x50, 0x4b]
/** A DER sequence with a long length, as every token and every answer of an authority is. */
const sequence = 0x30

/** What a file seems to be, by how it begins; undefined when it is nothing that is known. */
export function fileKind(bytes: Uint8Array): FileKind | undefined {
  if (bytes[0] === zip[0] && bytes[1] === zip[1]) return 'dossier'
  if (bytes[0] === sequence && bytes[1] !== undefined && bytes[1] >= 0x80) return 'timestamp'
  const text = utf8Text(bytes)
  if (text === undefined) return undefined
  if (text.startsWith('c2sp.org/tlog-proof@')) return 'tlog-proof'
  if (text.trimStart().startsWith('{')) {
    const schema = objectIn(bytes)?.['schema']
    if (schema === proofSchema) return 'proof'
    return schema === approvalSchema ? 'approval' : undefined
  }
  return text.includes('\n\n\u2014 ') ? 'checkpoint' : undefined
}
