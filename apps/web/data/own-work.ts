// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query'
import { api } from './api.ts'

export const ownKinds = ['action', 'finding', 'risk', 'asset', 'zone', 'process', 'backup'] as const
export type OwnKind = (typeof ownKinds)[number]

/** What somebody in a role answers for. */
const kindsOfRole: Readonly<Record<string, readonly OwnKind[]>> = {
  ciso: ['action', 'finding', 'risk'],
  it_manager: ['action', 'finding', 'asset', 'backup'],
  ot_engineer: ['action', 'finding', 'zone', 'asset'],
  process_owner: ['process', 'action', 'risk'],
}

export function ownKindsOf(roles: readonly string[]): readonly OwnKind[] {
  const wanted = new Set(roles.flatMap((role) => kindsOfRole[role] ?? []))
  return ownKinds.filter((kind) => wanted.has(kind))
}

/** What asks for a hand first, what one only has last. */
const order: readonly (OwnKind | 'unowned' | 'unowned_finding')[] = [
  'process',
  'action',
  'unowned',
  'finding',
  'unowned_finding',
  'risk',
  'backup',
  'zone',
  'asset',
]

const shown = 5

const asked: Readonly<Record<OwnKind, { readonly sort: string; readonly state?: string }>> = {
  action: { sort: 'due_on', state: 'state:in:open,in_progress' },
  finding: { sort: 'due_on', state: 'state:in:open,in_treatment,lapsed' },
  risk: { sort: 'title' },
  asset: { sort: 'title' },
  zone: { sort: 'title' },
  process: { sort: 'title' },
  backup: { sort: 'title' },
}

export interface OwnLine {
  readonly kind: OwnKind
  readonly id: string
  readonly name: string
  readonly due_on: string | null
}

/** The registers of one's roles, as far as one is the owner; all asked for at once. */
export function useOwnWork(person: string, roles: readonly string[]) {
  const kinds = ownKindsOf(roles)
  // Whoever runs the cycle hands out what nobody has taken up; findings are taken up by who mends.
  const blocks = [
    ...kinds,
    ...(roles.includes('ciso') ? (['unowned'] as const) : []),
    ...(kinds.includes('finding') ? (['unowned_finding'] as const) : []),
  ].toSorted((a, b) => order.indexOf(a) - order.indexOf(b))
  return useQuery({
    queryKey: ['list', 'own', person, kinds],
    queryFn: () =>
      Promise.all(
        blocks.map(async (block) => {
          const kind =
            block === 'unowned' ? 'action' : block === 'unowned_finding' ? 'finding' : block
          const { sort, state } = asked[kind]
          const owner = block.startsWith('unowned') ? 'owner:known:no' : `owner:eq:${person}`
          const filter = [owner, ...(state === undefined ? [] : [state])]
          const { items, next } = await api.list(kind, { limit: shown, sort, filter })
          const lines = items.map(({ id, values }): OwnLine => {
            const of: Readonly<Record<string, unknown>> = values
            const due = of['due_on']
            const name = String(of['name'] ?? of['hostname'] ?? of['code'] ?? '')
            return { kind, id, name, due_on: typeof due === 'string' ? due : null }
          })
          return { block, kind, lines, hasMore: next !== null }
        }),
      ),
  })
}
