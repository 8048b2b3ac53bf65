// SPDX-License-Identifier: EUPL-1.2
import { useWhole } from '../../data/whole.ts'

/** People as one chooses them, in the order of their names. */
export function usePeople() {
  return (useWhole('person').data ?? [])
    .filter(({ retired }) => retired === null)
    .map(({ id, values }) => ({ value: id, label: String(values.name ?? id) }))
    .toSorted((a, b) => a.label.localeCompare(b.label))
}
