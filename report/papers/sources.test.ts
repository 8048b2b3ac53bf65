// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { packOf } from '@schouw/core/board/pack'
import type { RecordVersion } from '@schouw/core/registers'
import type { PackBlock } from '../pack/index.ts'
import { type PaperOf, paperNames, paperOf } from './index.ts'

const stamp = { at: '2026-10-01T08:00:00.000Z', by: 'p1' }
const record = (kind: RecordVersion['kind'], state: string, values: object): RecordVersion =>
  ({
    ...{ kind, id: `${kind}-1`, version: 1, state, values, created: stamp, changed: stamp },
    ...{ approval: null, retired: null, erased: [] },
  }) as RecordVersion
const records = {
  organisation: [record('organisation', 'in_use', { name: 'Jansen', jurisdiction: 'NL' })],
  supplier: [record('supplier', 'in_use', { name: 'S', criticality: 'critical' })],
  risk: [record('risk', 'open', { code: 'r', name: 'R' })],
  audit: [record('audit', 'reported', { name: 'A', type: 'internal' })],
  finding: [record('finding', 'open', { code: 'F', name: 'F', severity: 'high' })],
  action: [record('action', 'open', { code: 'a', name: 'A', origin: 'finding' })],
  appointment: [record('appointment', 'in_use', { person: 'p1', role: 'executive_director' })],
}
const now = '2026-11-20T08:00:00.000Z'
const of: PaperOf = {
  pack: packOf({ now: { records, size: 4711, now, today: '2026-11-20' }, hidden: [] }),
  ...{ organisation: 'Jansen', names: new Map(), hidden: [], at: now, curve: null },
  ...{ records, hiddenKinds: [], person: 'p1' },
}

/** Blocks from one heading to the next. */
function sections(blocks: readonly PackBlock[]): readonly (readonly PackBlock[])[] {
  return blocks.reduce<PackBlock[][]>((found, block) => {
    if (block.kind === 'heading' || found.length === 0) found.push([])
    found.at(-1)?.push(block)
    return found
  }, [])
}

describe('every paper', () => {
  for (const name of paperNames) {
    for (const [language, word, size] of [
      ['nl', 'Bron: ', '4.711'],
      ['en', 'Source: ', '4,711'],
    ] as const) {
      it(`says of each figure of ${name} where it comes from and the size of the log, in ${language}`, () => {
        const { blocks } = paperOf(name, of, language).plain
        const parts = sections(blocks)
        const last = parts.length - 1
        for (const [at, part] of parts.entries()) {
          const holds = part.some(({ kind }) => kind === 'table' || kind === 'picture')
          if (!holds) continue
          // One’s own file says it once, at its end.
          const looked = name === 'own_file' ? (parts[last] ?? []) : part
          const found = looked.find((one) => one.kind === 'text' && one.text.startsWith(word))
          const title = part[0]?.kind === 'heading' ? part[0].text : String(at)
          assert.ok(found?.kind === 'text' && found.text.includes(size), title)
        }
      })
    }
  }
})
