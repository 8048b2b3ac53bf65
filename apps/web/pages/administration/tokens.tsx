// SPDX-License-Identifier: EUPL-1.2
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../data/api.ts'
import { useKeptForm } from '../../data/kept.ts'
import { Ready, Refusal } from '../../parts/state.tsx'
import { Table } from '../../parts/table.tsx'
import { day } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { useActing } from './acting.ts'
import { Once, Part } from './part.tsx'
import { useAdministrationWords } from './words.ts'

const roles = ['employee', 'ot_engineer', 'it_manager', 'process_owner', 'ciso'] as const

/** Keys of programs; one's own are among them. */
export function Tokens() {
  const { words: general, language } = useLanguage()
  const words = useAdministrationWords()
  const own = words.tokens
  const list = useQuery({ queryKey: ['tokens'], queryFn: () => api.call('GET /api/v1/tokens') })
  const end = useActing('tokens', (id: string) =>
    api.call('DELETE /api/v1/tokens/{id}', { params: { id } }),
  )
  const open = (list.data?.items ?? []).filter((one) => one.revokedAt === null)
  return (
    <Part id="tokens" title={own.title} text={own.text}>
      <Ready of={list}>
        {() =>
          open.length === 0 ? (
            <p>{words.none}</p>
          ) : (
            <Table
              label={own.title}
              keyOf={({ id }) => id}
              rows={open}
              columns={[
                { title: words.name, is: 'head', cell: ({ name }) => name },
                {
                  title: own.role,
                  cell: (one) =>
                    [own.kinds[one.kind], ...one.roles.map((role) => general.roles[role])].join(
                      ', ',
                    ),
                },
                { title: own.may, cell: ({ write }) => (write ? own.writes : own.reads) },
                {
                  title: own.last,
                  cell: ({ usedAt }) => (usedAt === null ? own.unused : day(usedAt, language)),
                },
                { title: words.days, cell: (one) => words.until(day(one.expiresAt, language)) },
                {
                  title: words.end,
                  cell: ({ id, name }) => (
                    <Button
                      size="compact-xs"
                      variant="default"
                      aria-label={`${words.end}: ${name}`}
                      onClick={() => end.mutate(id)}
                    >
                      {words.end}
                    </Button>
                  ),
                },
              ]}
            />
          )
        }
      </Ready>
      <Refusal error={end.error} />
      <Make />
    </Part>
  )
}

function Make() {
  const { words: general } = useLanguage()
  const words = useAdministrationWords()
  const own = words.tokens
  const { kept, forget } = useKeptForm('draft/administration/token')
  const make = useActing('tokens', (form: FormData) =>
    api.call('POST /api/v1/machine-tokens', {
      body: {
        name: String(form.get('name')),
        role: (roles.find((one) => one === form.get('role')) ?? 'employee') as 'employee',
        read: true,
        write: form.get('write') === 'on',
        days: Number(form.get('days')) || 90,
      },
    }),
  )
  return (
    <form
      {...kept}
      onSubmit={(event) => {
        event.preventDefault()
        make.mutate(new FormData(event.currentTarget), { onSuccess: forget })
      }}
    >
      {make.data !== undefined && <Once lines={[[own.title, make.data.token]]} />}
      <div className="row">
        <TextInput name="name" label={words.name} required maxLength={80} />
        <NativeSelect
          name="role"
          label={own.role}
          data={roles.map((value) => ({ value, label: general.roles[value] ?? value }))}
        />
        <TextInput
          name="days"
          type="number"
          label={words.days}
          defaultValue="90"
          min={1}
          max={366}
        />
        <Checkbox name="write" label={own.mayWrite} />
        <Button type="submit" variant="default" loading={make.isPending}>
          {own.make}
        </Button>
      </div>
      <Refusal error={make.error} />
    </form>
  )
}
