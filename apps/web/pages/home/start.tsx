// SPDX-License-Identifier: EUPL-1.2
import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api } from '../../data/api.ts'
import type { Session } from '../../data/session.ts'
import { Refusal } from '../../parts/state.tsx'
import { useLanguage } from '../../words/language.tsx'

/** Nothing is measured yet: what this page will show, and where to begin. */
export function Start({ session }: { readonly session: Session }) {
  const { words, language } = useLanguage()
  const { home, roles } = words
  const queries = useQueryClient()
  const held = session.organisation?.roles ?? []
  const example = useMutation({
    mutationFn: () => api.call('POST /api/v1/first-state/example', { query: { language } }),
    onSuccess: () => queries.invalidateQueries(),
  })
  return (
    <>
      <p className="quiet">{held.map((role) => roles[role] ?? role).join(', ')}</p>
      <p>{home.empty}</p>
      <ol>
        {home.steps.map(([to, text]) => (
          <li key={to}>
            <Link to={to ?? '/'}>{text}</Link>
          </li>
        ))}
      </ol>
      {held.includes('ciso') && (
        <>
          <p>{home.exampleText}</p>
          <Refusal error={example.error} />
          <Button variant="default" loading={example.isPending} onClick={() => example.mutate()}>
            {home.example}
          </Button>
          {example.isPending && <output className="quiet"> {home.exampleBusy}</output>}
        </>
      )}
    </>
  )
}
