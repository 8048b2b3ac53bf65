// SPDX-License-Identifier: EUPL-1.2
import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../data/api.ts'
import { steppedUp } from '../../data/step-up.ts'
import { Refusal } from '../../parts/state.tsx'
import { useWords } from '../../words/language.tsx'

interface EndAccessProps {
  readonly account: string
  readonly email: string
}

/** Somebody's place here ends at once, with tokens and roles; asked twice. */
export function EndAccess({ account, email }: EndAccessProps) {
  const { ways } = useWords()
  const queries = useQueryClient()
  const [isAsked, setAsked] = useState(false)
  const end = useMutation({
    mutationFn: () =>
      steppedUp(() => api.call('DELETE /api/v1/members/{account}', { params: { account } })),
    onSettled: () => queries.invalidateQueries({ queryKey: ['members'] }),
  })
  return (
    <>
      <Refusal error={end.error} />
      <Button
        variant={isAsked ? 'filled' : 'default'}
        {...(isAsked ? { color: 'red' } : {})}
        size="compact-xs"
        loading={end.isPending}
        onClick={() => (isAsked ? end.mutate() : setAsked(true))}
        onBlur={() => setAsked(false)}
      >
        {isAsked ? ways.endAccessSure(email) : ways.endAccess}
      </Button>
    </>
  )
}
