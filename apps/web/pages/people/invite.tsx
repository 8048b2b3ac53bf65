// SPDX-License-Identifier: EUPL-1.2

import { Alert, Button, NativeSelect, Select, Stack, TextInput } from '@mantine/core'
import type { BodyOf } from '@schouw/contract/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api } from '../../data/api.ts'
import { useKept } from '../../data/kept.ts'
import { steppedUp } from '../../data/step-up.ts'
import { DateField } from '../../parts/date-field.tsx'
import { Refusal } from '../../parts/state.tsx'
import { useLanguage } from '../../words/language.tsx'

type Body = BodyOf<'POST /api/v1/invitations'>

/** Roles that are held for a time. */
const timeBoxed = ['supplier', 'customer', 'auditor', 'consultant']

export function Invite() {
  const { words, language } = useLanguage()
  const { people, roles } = words
  const queries = useQueryClient()
  const [person, setPerson] = useKept<string | null>('draft/invitation/person', null)
  const [email, setEmail] = useKept('draft/invitation/email', '')
  const [role, setRole] = useKept('draft/invitation/role', 'director')
  const persons = useQuery({
    queryKey: ['list', 'person', 'all'],
    queryFn: () => api.list('person', { limit: 200 }),
  })
  const invited = useMutation({
    mutationFn: (body: Body) => steppedUp(() => api.call('POST /api/v1/invitations', { body })),
    onSettled: () => queries.invalidateQueries({ queryKey: ['invitations'] }),
    onSuccess: () => choose(null),
  })
  /** The address that the register has is most likely where the invitation goes. */
  const choose = (id: string | null) => {
    setPerson(id)
    const known = persons.data?.items.find((one) => one.id === id)
    setEmail(known?.values.email ?? '')
  }
  const submit = (form: FormData) => {
    if (person === null) return
    const until = String(form.get('until') ?? '')
    invited.mutate({
      email,
      person,
      role: role as Body['role'],
      language,
      ...(until === '' ? {} : { until: new Date(`${until}T23:59:59`).toISOString() }),
    })
  }
  const { data: made } = invited
  const data = (persons.data?.items ?? []).map(({ id, values }) => ({
    value: id,
    label: values.name ?? id,
  }))
  return (
    <section aria-labelledby="invite">
      <h2 id="invite">{people.invite}</h2>
      <Refusal error={invited.error} />
      {made !== undefined && (
        <Alert variant="outline" my="sm" role="status">
          {made.link === null ? (
            people.mailed
          ) : (
            <>
              <p>{people.link}</p>
              <p className="mono">{made.link}</p>
            </>
          )}
          {made.pending !== null && (
            <p>{invited.variables.role === 'director' ? people.waitsFirst : people.waits}</p>
          )}
        </Alert>
      )}
      <form action={submit}>
        <Stack maw="30rem" mb="lg">
          <Select
            label={people.person}
            description={
              <>
                {people.personHelp} <Link to="/registers/persons/new">{people.personNew}</Link>
              </>
            }
            data={data}
            searchable
            required
            value={person}
            onChange={choose}
          />
          <TextInput
            name="email"
            type="email"
            label={people.email}
            required
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <NativeSelect
            label={people.role}
            data={Object.entries(roles).map(([value, label]) => ({ value, label }))}
            value={role}
            onChange={(event) => setRole(event.currentTarget.value)}
          />
          {timeBoxed.includes(role) && (
            <DateField name="until" label={people.until} description={people.untilHelp} required />
          )}
          <Button type="submit" loading={invited.isPending}>
            {people.send}
          </Button>
        </Stack>
      </form>
    </section>
  )
}
