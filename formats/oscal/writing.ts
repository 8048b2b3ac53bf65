// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'

/** What every document says of itself. */
export interface About {
  /** Of the organisation: names everything that is derived. */
  readonly id: string
  readonly title: string
  readonly organisation: string
  /** Of the contents, such as the size of the log. */
  readonly version: string
  /** UTC. */
  readonly lastModified: string
}

export const oscalVersion = '1.2.2'

/** Names of our own properties, so that nobody takes them for those of the standard. */
const ns = 'urn:schouw:oscal:1'
/** The space in which names of ours become UUIDs; made by chance once. */
const space = '6f0d1f3e-6f0b-4f53-9a7e-0b1c5d7a2e94'

/** The same thing has the same UUID in every document: RFC 9562, version 5. */
export function uuidOf(kind: string, id: string): string {
  const bytes = createHash('sha1')
    .update(Buffer.from(space.replaceAll('-', ''), 'hex'))
    .update(`${kind} ${id}`)
    .digest()
    .subarray(0, 16)
  bytes[6] = 0x50 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const hex = bytes.toString('hex')
  return [0, 8, 12, 16, 20].map((from, at) => hex.slice(from, [8, 12, 16, 20, 32][at])).join('-')
}

export function documentOf(
  model: string,
  about: About,
  body: Readonly<Record<string, unknown>>,
  resources: readonly unknown[] = [],
): unknown {
  const party = uuidOf('organisation', about.id)
  return {
    [model]: {
      uuid: uuidOf(model, `${about.id} ${about.version}`),
      metadata: {
        title: lineOf(about.title),
        'last-modified': about.lastModified,
        version: lineOf(about.version),
        'oscal-version': oscalVersion,
        roles: [{ id: 'creator', title: 'Creator' }],
        parties: [{ uuid: party, type: 'organization', name: lineOf(about.organisation) }],
        'responsible-parties': [{ 'role-id': 'creator', 'party-uuids': [party] }],
      },
      ...body,
      ...(resources.length === 0 ? {} : { 'back-matter': { resources } }),
    },
  }
}

export function prop(name: string, value: string) {
  return { name, ns, value: lineOf(value) }
}

/** A text of one line without blanks around it; never empty. */
export function lineOf(text: string): string {
  const plain = text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()
  return plain === '' ? '–' : plain
}

export function instantOf(date: string): string {
  return date.includes('T') ? date : `${date}T00:00:00Z`
}

/** Lists have at least one in OSCAL: an empty one is left away. */
export function given(lists: Readonly<Record<string, readonly unknown[]>>) {
  return Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0))
}
