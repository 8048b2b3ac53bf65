// SPDX-License-Identifier: EUPL-1.2
import { Button, NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../data/api.ts'
import { useKeptForm } from '../../data/kept.ts'
import { DateField } from '../../parts/date-field.tsx'
import { PersonName } from '../../parts/record-link.tsx'
import { Ready, Refusal } from '../../parts/state.tsx'
import { day } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { useActing } from './acting.ts'
import { Part } from './part.tsx'
import { useAdministrationWords } from './words.ts'

const given = ['auditor', 'consultant', 'customer'] as const

interface Given {
  readonly account: string
  readonly role: (typeof given)[number]
  readonly until: string
}

/** Roles from outside, each with its end. */
export function Grants() {
  const { words: general, language } = useLanguage()
  const words = useAdministrationWords()
  const own = words.grants
  const list = useQuery({ queryKey: ['members'], queryFn: () => api.call('GET /api/v1/members') })
  const { kept, forget } = useKeptForm('draft/administration/grant')
  const give = useActing('members', ({ account, role, until }: Given) =>
    api.call('POST /api/v1/members/{account}/grants', {
      params: { account },
      body: { role, until: new Date(`${until}T23:59:59`).toISOString() },
    }),
  )
  const take = useActing('members', (params: { readonly account: string; readonly id: string }) =>
    api.call('DELETE /api/v1/members/{account}/grants/{id}', { params }),
  )
  const members = (list.data?.items ?? []).filter(({ endedAt }) => endedAt === null)
  const held = members.flatMap((member) =>
    member.grants.filter((one) => one.revokedAt === null).map((grant) => ({ member, grant })),
  )
  return (
    <Part id="grants" title={own.title} text={own.text}>
      <Ready of={list}>
        {() => (
          <>
            {held.length === 0 && <p>{words.none}</p>}
            <ul className="plain">
              {held.map(({ member, grant }) => (
                <li key={grant.id}>
                  <strong>
                    <PersonName id={member.person} />
                  </strong>
                  , {general.roles[grant.role] ?? grant.role},{' '}
                  {grant.until === null ? words.noEnd : words.until(day(grant.until, language))}{' '}
                  <Button
                    size="compact-xs"
                    variant="default"
                    aria-label={`${words.end}: ${general.roles[grant.role] ?? grant.role}, ${member.email}`}
                    onClick={() => take.mutate({ account: member.account, id: grant.id })}
                  >
                    {words.end}
                  </Button>
                </li>
              ))}
            </ul>
            <form
              {...kept}
              onSubmit={(event) => {
                event.preventDefault()
                const form = new FormData(event.currentTarget)
                const role = given.find((one) => one === form.get('role')) ?? 'auditor'
                const asked = {
                  account: String(form.get('account')),
                  until: String(form.get('until')),
                }
                give.mutate({ ...asked, role }, { onSuccess: forget })
              }}
            >
              <div className="row">
                <NativeSelect
                  name="account"
                  label={own.person}
                  data={members.map(({ account, email }) => ({ value: account, label: email }))}
                />
                <NativeSelect
                  name="role"
                  label={own.role}
                  data={given.map((value) => ({ value, label: general.roles[value] ?? value }))}
                />
                <DateField name="until" label={own.untilField} required />
                <Button type="submit" variant="default" loading={give.isPending}>
                  {own.give}
                </Button>
              </div>
              <Refusal error={give.error ?? take.error} />
            </form>
          </>
        )}
      </Ready>
    </Part>
  )
}
