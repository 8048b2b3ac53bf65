// SPDX-License-Identifier: EUPL-1.2
import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { api } from '../../data/api.ts'
import { type Session, useSignedIn } from '../../data/session.ts'
import { Ready, Refusal } from '../../parts/state.tsx'
import { Title } from '../../parts/title.tsx'
import { useLanguage } from '../../words/language.tsx'
import { organisationsEn } from '../../words/pages/organisations-en.ts'
import { organisationsNl } from '../../words/pages/organisations-nl.ts'

/** For a holding or an adviser: every organisation with the worst thing of each. */
export function Organisations({ session }: { readonly session: Session }) {
  const { words, language } = useLanguage()
  const own = { nl: organisationsNl, en: organisationsEn }[language]
  const queries = useQueryClient()
  const signedIn = useSignedIn()
  const go = useNavigate()
  const found = useQuery({
    queryKey: ['organisations'],
    queryFn: () => api.call('GET /api/v1/account/organisations'),
  })
  const choose = useMutation({
    mutationFn: (organisation: string) =>
      api.call('POST /api/v1/session/organisation', { body: { organisation } }),
    onSuccess: (next) => {
      // Nothing of the one organisation stays on the screen of the other.
      queries.clear()
      signedIn(next)
      void go('/')
    },
  })
  const here = session.organisation?.id
  return (
    <>
      <Title name={own.title} />
      <p className="quiet">{session.organisations.length > 1 ? own.intro : own.only}</p>
      <Refusal error={choose.error} />
      <Ready of={found}>
        {({ items, is_cut }) => (
          <>
            <ul className="plain">
              {items.map(({ id, name, roles, standing }) => (
                <li key={id} className="difference">
                  <h2>{name}</h2>
                  <p className="quiet">
                    {own.as(roles.map((role) => words.roles[role] ?? role).join(', '))}
                    {id === here && ` · ${own.here}`}
                  </p>
                  {standing === null ? (
                    <p>{own.hidden}</p>
                  ) : standing.worst === null ? (
                    <p>{own.calm}</p>
                  ) : (
                    <p className="answer">
                      {own.worst[standing.worst.code](standing.worst.count)}
                      {standing.worst.name !== null && `: ${standing.worst.name}`}
                    </p>
                  )}
                  {id !== here && (
                    <Button
                      size="xs"
                      variant="default"
                      loading={choose.isPending && choose.variables === id}
                      onClick={() => choose.mutate(id)}
                    >
                      {own.open}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
            {is_cut && <p className="quiet">{own.cut}</p>}
          </>
        )}
      </Ready>
    </>
  )
}
