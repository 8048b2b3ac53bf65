// SPDX-License-Identifier: EUPL-1.2
import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Fragment } from 'react'
import { Link } from 'react-router'
import { api } from '../../data/api.ts'
import type { Session } from '../../data/session.ts'
import { Glossed } from '../../parts/glossed.tsx'
import { RecordLink } from '../../parts/record-link.tsx'
import { Ready, Refusal } from '../../parts/state.tsx'
import { Title } from '../../parts/title.tsx'
import '../../parts/table.css'
import { dayAndTime } from '../../words/dates.ts'
import { useLanguage, useWords } from '../../words/language.tsx'
import { EndAccess } from './end-access.tsx'
import { Invite } from './invite.tsx'

/** Who can come in, who was asked to, and asking somebody. */
export function People({ session }: { readonly session: Session }) {
  const { people } = useWords()
  const held = session.organisation?.roles ?? []
  const mayOversee = held.some((role) =>
    ['ciso', 'director', 'supervisory_director', 'auditor'].includes(role),
  )
  return (
    <>
      <Title name={people.title} />
      <p>
        <Glossed text={people.intro} />
      </p>
      {mayOversee && <Members session={session} />}
      {mayOversee && <Invitations mayWithdraw={held.includes('ciso')} />}
      {held.includes('ciso') && <Invite />}
      <p>
        {people.registers}{' '}
        {people.places.map(([to, name], at) => (
          <Fragment key={to}>
            {at > 0 && ', '}
            <Link to={to ?? '/'}>{name}</Link>
          </Fragment>
        ))}
      </p>
    </>
  )
}

function Members({ session }: { readonly session: Session }) {
  const { people, roles } = useWords()
  const list = useQuery({ queryKey: ['members'], queryFn: () => api.call('GET /api/v1/members') })
  const mayEnd = session.organisation?.roles.includes('ciso') ?? false
  return (
    <section aria-labelledby="members">
      <h2 id="members">{people.members}</h2>
      <Ready of={list}>
        {({ items }) => (
          <div className="scroll">
            <table className="table stacked">
              <tbody>
                {items
                  .filter(({ endedAt }) => endedAt === null)
                  .map((one) => (
                    <tr key={one.account}>
                      <td>
                        <RecordLink id={one.person} />
                      </td>
                      <td>{one.email}</td>
                      <td>{one.roles.map((role) => roles[role] ?? role).join(', ')}</td>
                      <td>
                        {mayEnd && one.account !== session.account.id && (
                          <EndAccess account={one.account} email={one.email} />
                        )}
                      </td>
                    </tr>
                  ))}
              </tbody>
            </table>
          </div>
        )}
      </Ready>
    </section>
  )
}

function Invitations({ mayWithdraw }: { readonly mayWithdraw: boolean }) {
  const { words, language } = useLanguage()
  const { people, roles } = words
  const queries = useQueryClient()
  const queryKey = ['invitations']
  const list = useQuery({ queryKey, queryFn: () => api.call('GET /api/v1/invitations') })
  const withdraw = useMutation({
    mutationFn: (id: string) => api.call('DELETE /api/v1/invitations/{id}', { params: { id } }),
    onSettled: () => queries.invalidateQueries({ queryKey }),
  })
  return (
    <section aria-labelledby="invitations">
      <h2 id="invitations">{people.invitations}</h2>
      <Refusal error={withdraw.error} />
      <Ready of={list}>
        {({ items: all }) => {
          const items = all.filter(({ state }) => state === 'open')
          return items.length === 0 ? (
            <p>{people.none}</p>
          ) : (
            <div className="scroll">
              <table className="table stacked">
                <tbody>
                  {items.map((one) => (
                    <tr key={one.id}>
                      <td>{one.email}</td>
                      <td>{roles[one.role] ?? one.role}</td>
                      <td>{people.expires(dayAndTime(one.expiresAt, language))}</td>
                      <td>
                        {mayWithdraw && (
                          <Button
                            variant="default"
                            size="compact-xs"
                            onClick={() => withdraw.mutate(one.id)}
                          >
                            {people.withdraw}
                          </Button>
                        )}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }}
      </Ready>
    </section>
  )
}
