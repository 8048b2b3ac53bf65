// SPDX-License-Identifier: EUPL-1.2
import { Button, Group } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../../data/api.ts'
import { useSession } from '../../data/session.ts'
import { steppedUp } from '../../data/step-up.ts'
import { Ready, Refusal } from '../../parts/state.tsx'
import { Title } from '../../parts/title.tsx'
import { dayAndTime } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { Closing } from './closing.tsx'
import { AddPasskey, Password, RecoveryCodes } from './ways.tsx'

export function Account() {
  const { words } = useLanguage()
  const session = useSession()
  return (
    <>
      <Title name={words.account.title} />
      <Passkeys />
      <Password />
      {session.data != null && <RecoveryCodes session={session.data} />}
      <Sessions />
      {session.data != null && <Closing session={session.data} />}
    </>
  )
}

function Passkeys() {
  const { words, language } = useLanguage()
  const queries = useQueryClient()
  const queryKey = ['passkeys']
  const list = useQuery({ queryKey, queryFn: () => api.call('GET /api/v1/account/passkeys') })
  const remove = useMutation({
    mutationFn: (id: string) =>
      steppedUp(() => api.call('DELETE /api/v1/account/passkeys/{id}', { params: { id } })),
    onSettled: () => queries.invalidateQueries({ queryKey }),
  })
  return (
    <section aria-labelledby="passkeys">
      <h2 id="passkeys">{words.account.passkeys}</h2>
      <Refusal error={remove.error} />
      <Ready of={list}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{words.ways.noPasskeys}</p>
          ) : (
            <table className="table">
              <tbody>
                {items.map((one) => (
                  <tr key={one.id}>
                    <td>{one.name}</td>
                    <td>{words.account.since(dayAndTime(one.createdAt, language))}</td>
                    <td>{one.isSynced ? words.account.synced : ''}</td>
                    <td>
                      <Button
                        variant="default"
                        size="compact-xs"
                        onClick={() => remove.mutate(one.id)}
                      >
                        {words.account.remove}
                      </Button>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </Ready>
      <AddPasskey />
    </section>
  )
}

function Sessions() {
  const { words, language } = useLanguage()
  const queries = useQueryClient()
  const queryKey = ['sessions']
  const list = useQuery({ queryKey, queryFn: () => api.call('GET /api/v1/account/sessions') })
  const onSettled = () => queries.invalidateQueries({ queryKey })
  const end = useMutation({
    mutationFn: (id: string) =>
      api.call('DELETE /api/v1/account/sessions/{id}', { params: { id } }),
    onSettled,
  })
  const others = useMutation({
    mutationFn: () => api.call('DELETE /api/v1/account/sessions'),
    onSettled,
  })
  return (
    <section aria-labelledby="sessions">
      <Group justify="space-between" align="baseline">
        <h2 id="sessions">{words.account.sessions}</h2>
        <Button variant="default" size="compact-sm" onClick={() => others.mutate()}>
          {words.account.endOthers}
        </Button>
      </Group>
      <Refusal error={end.error ?? others.error} />
      <Ready of={list}>
        {({ items }) => (
          <table className="table">
            <tbody>
              {items.map((one) => (
                <tr key={one.id}>
                  <td>{one.agent}</td>
                  <td>{one.address}</td>
                  <td>{words.account.since(dayAndTime(one.createdAt, language))}</td>
                  <td>
                    {one.isThis ? (
                      words.account.thisSession
                    ) : (
                      <Button
                        variant="default"
                        size="compact-xs"
                        onClick={() => end.mutate(one.id)}
                      >
                        {words.account.end}
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Ready>
    </section>
  )
}
