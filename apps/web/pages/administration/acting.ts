// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { steppedUp } from '../../data/step-up.ts'

/** An act of this page: shown to be meant where the server asks that, and then looked at again. */
export function useActing<Asked, Answer>(key: string, act: (asked: Asked) => Promise<Answer>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (asked: Asked) => steppedUp(() => act(asked)),
    onSettled: () => queries.invalidateQueries({ queryKey: [key] }),
  })
}
