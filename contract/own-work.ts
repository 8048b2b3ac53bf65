// SPDX-License-Identifier: EUPL-1.2

const ownKinds = ['action', 'finding', 'risk', 'asset', 'zone', 'process', 'backup'] as const
export type OwnKind = (typeof ownKinds)[number]
export type OwnBlock = OwnKind | 'unowned' | 'unowned_finding'

/** What somebody in a role answers for. */
const kindsOfRole: Readonly<Record<string, readonly OwnKind[]>> = {
  ciso: ['action', 'finding', 'risk'],
  it_manager: ['action', 'finding', 'asset', 'backup'],
  ot_engineer: ['action', 'finding', 'zone', 'asset'],
  process_owner: ['process', 'action', 'risk'],
}

/** What asks for a hand first, what one only has last. */
const order: readonly OwnBlock[] = [
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

export interface OwnList {
  readonly block: OwnBlock
  readonly kind: OwnKind
  readonly asked: {
    readonly limit: number
    readonly sort: string
    readonly filter: readonly string[]
  }
}

/** The lists of what is somebody's own in these roles, in the order of their page. */
export function ownWork(roles: readonly string[], person: string): readonly OwnList[] {
  const wanted = new Set(roles.flatMap((role) => kindsOfRole[role] ?? []))
  const kinds = ownKinds.filter((kind) => wanted.has(kind))
  // Whoever runs the cycle hands out what nobody has taken up; findings are taken up by who mends.
  const blocks: readonly OwnBlock[] = [
    ...kinds,
    ...(roles.includes('ciso') ? (['unowned'] as const) : []),
    ...(wanted.has('finding') ? (['unowned_finding'] as const) : []),
  ]
  return blocks
    .toSorted((a, b) => order.indexOf(a) - order.indexOf(b))
    .map((block) => {
      const kind: OwnKind =
        block === 'unowned' ? 'action' : block === 'unowned_finding' ? 'finding' : block
      const { sort, state } = asked[kind]
      const owner = block.startsWith('unowned') ? 'owner:known:no' : `owner:eq:${person}`
      const filter = [owner, ...(state === undefined ? [] : [state])]
      return { block, kind, asked: { limit: shown, sort, filter } }
    })
}
