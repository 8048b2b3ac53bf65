// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../data/api.ts'

export interface Kept {
  /** The zone that is there, or what a new one is. */
  readonly zone: { readonly id: string } | { readonly values: Readonly<Record<string, unknown>> }
  readonly assets: readonly { readonly id: string; readonly name: string }[]
}

/** Makes the zone and puts each device into it; what one device refuses keeps no other back. */
export function useKeepZone() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async ({ zone, assets }: Kept) => {
      const id = 'id' in zone ? zone.id : (await api.create('zone', zone.values)).record?.id
      const refused: string[] = []
      if (id === undefined) return { count: 0, refused }
      for (const { id: asset, name } of assets) {
        try {
          const { version } = await api.get('asset', asset)
          await api.change({ kind: 'asset', id: asset, version }, { zone: id })
        } catch {
          refused.push(name)
        }
      }
      return { count: assets.length - refused.length, refused }
    },
    onSettled: () =>
      queries.invalidateQueries({
        predicate: ({ queryKey }) => ['list', 'record', 'names'].includes(String(queryKey[0])),
      }),
  })
}
