// SPDX-License-Identifier: EUPL-1.2
// Registers of a few lines, and what the figures make of them.
import type { KindName, RecordVersion } from '@schouw/core/registers'
import { figuresOf } from '../index.ts'

export const today = '2026-11-12'
export const now = '2026-11-12T09:00:00.000Z'
const stamp = { at: now, by: 'somebody' }

let made = 0
export function record(kind: KindName, values: object, state = 'open'): RecordVersion {
  made += 1
  const id = `0190e000-0000-7000-8000-${String(made).padStart(12, '0')}`
  const rest = { created: stamp, changed: stamp, approval: null, retired: null, erased: [] }
  return { kind, id, version: 1, state, values: values as RecordVersion['values'], ...rest }
}

export function figures(records: readonly RecordVersion[], hidden: readonly KindName[] = []) {
  const byKind: Record<string, RecordVersion[]> = {}
  for (const one of records) byKind[one.kind] = [...(byKind[one.kind] ?? []), one]
  const { lines, deviations } = figuresOf({ records: byKind, hidden, now, today })
  return (id: string) => {
    const found = lines.find((one) => one.id === id)
    if (found === undefined) throw new Error(`no figure ${id}`)
    const deviation = deviations.find((one) => one.figure === id)
    return { ...found, is_default: found.limits.set_by === 'default', deviation }
  }
}
