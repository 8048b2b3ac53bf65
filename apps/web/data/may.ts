// SPDX-License-Identifier: EUPL-1.2
import { type Actor, type KindName, kinds, may } from '@schouw/core/registers'
import { useSession } from './session.ts'

type Question = Parameters<typeof may>[0]

const ever = { from: '1970-01-01T00:00:00.000Z', until: '9999-12-31T00:00:00.000Z' }

/**
 * Whether to offer an act at all, by the judgement that the server makes too; the server decides.
 * Of processes only their owner is known here: what hangs on others of the person is not offered.
 */
export function useMay() {
  const organisation = useSession().data?.organisation
  return (action: Question['action'], kind: KindName, record?: Question['record']): boolean => {
    if (organisation === undefined || organisation === null) return false
    const { person, roles, until } = organisation
    // Whoever is let in holds the role today.
    const box = until === null ? ever : { ...ever, until }
    const isOwner = kind === 'process' && record?.values['owner'] === person
    const processes = isOwner ? [record.id] : []
    const actor: Actor = { person, roles, processes, ...box }
    const about = record === undefined ? {} : { record }
    const now = new Date().toISOString()
    return may({ actor, action, kind: kinds[kind], now, ...about }).allowed
  }
}
