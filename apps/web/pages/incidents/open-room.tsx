// SPDX-License-Identifier: EUPL-1.2

import { Button, Checkbox, NativeSelect, Stack, TextInput } from '@mantine/core'
import { kinds } from '@schouw/core/registers'
import { registerTongue } from '@schouw/report/registers'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { api } from '../../data/api.ts'
import { isKept, useKeptForm } from '../../data/kept.ts'
import { steppedUp } from '../../data/step-up.ts'
import { Glossed } from '../../parts/glossed.tsx'
import { InstantField } from '../../parts/instant-field.tsx'
import { Refusal } from '../../parts/state.tsx'
import { useKeptMoment } from '../../parts/times.ts'
import { useLanguage } from '../../words/language.tsx'
import { upper } from '../registers/page.tsx'
import { useIncidentWords } from './words.ts'

/** The least that starts the clock: what, since when, how known; a playbook and whether it is a drill. */
export function OpenRoom({ person }: { readonly person: string }) {
  const words = useIncidentWords()
  const [isOpen, setIsOpen] = useState(() => isKept('draft/incident/new'))
  if (!isOpen) {
    return (
      <p>
        <Button onClick={() => setIsOpen(true)}>{words.open}</Button>
      </p>
    )
  }
  return <OpenForm person={person} onCancel={() => setIsOpen(false)} />
}

const hows = kinds.awareness.fields.how.options

function OpenForm({
  person,
  onCancel,
}: {
  readonly person: string
  readonly onCancel: () => void
}) {
  const { language } = useLanguage()
  const words = useIncidentWords()
  const tongue = registerTongue(language)
  const queries = useQueryClient()
  const navigate = useNavigate()
  const playbooks = useQuery({
    queryKey: ['list', 'playbook', 'all'],
    queryFn: () => api.list('playbook', { limit: 100 }),
  })
  const { kept, forget } = useKeptForm('draft/incident/new')
  const [aware, setAware, forgetAware] = useKeptMoment('draft/incident/new/aware')
  const opened = useMutation({
    mutationFn: (form: FormData) => steppedUp(() => open(form, aware, person)),
    onSuccess: async (id) => {
      forget()
      forgetAware()
      await queries.invalidateQueries({ queryKey: ['list'] })
      void navigate(`/incidents/${id}`)
    },
  })
  return (
    <form
      {...kept}
      className="sheet-form"
      onSubmit={(event) => {
        event.preventDefault()
        opened.mutate(new FormData(event.currentTarget))
      }}
    >
      <p>
        <Glossed text={words.openIntro} />
      </p>
      <Stack gap="sm" maw="36rem">
        <TextInput name="name" label={words.what} description={words.whatHelp} required autoFocus />
        <InstantField
          label={words.noticed}
          description={words.noticedHelp}
          value={aware}
          onChange={setAware}
          required
        />
        <NativeSelect
          name="how"
          label={words.how}
          data={hows.map((value) => ({
            value,
            label: upper(tongue.code('awareness', value, 'how')),
          }))}
        />
        <NativeSelect
          name="playbook"
          label={words.playbook}
          data={[
            { value: '', label: words.noPlaybook },
            ...(playbooks.data?.items ?? []).map(({ id, values }) => ({
              value: id,
              label: values.name ?? id,
            })),
          ]}
        />
        <Checkbox name="drill" label={words.drill} />
        <Refusal error={opened.error} />
        <div className="row">
          <Button type="submit" loading={opened.isPending}>
            {words.start}
          </Button>
          <Button
            variant="default"
            onClick={() => {
              forget()
              forgetAware()
              onCancel()
            }}
          >
            {words.cancel}
          </Button>
        </div>
      </Stack>
    </form>
  )
}

/** The incident first, then who knew: were the second to fail, the room says that nobody did. */
async function open(form: FormData, aware: string, person: string): Promise<string> {
  const now = new Date()
  const at = new Date(aware)
  const playbook = String(form.get('playbook') ?? '')
  const code = `I-${now.toISOString().slice(0, 16).replaceAll(/[-T:]/g, '')}-${crypto.randomUUID().slice(0, 4)}`
  const made = await api.create(
    'incident',
    {
      ...{ code, name: String(form.get('name')), is_exercise: form.get('drill') === 'on' },
      ...{ lead: person, is_ongoing: true },
      ...(playbook === '' ? {} : { playbook }),
    },
    'open',
  )
  await api.create('awareness', {
    ...{ incident: made.id, person, recorded_by: person, how: String(form.get('how')) },
    aware_at: (at > now ? now : at).toISOString(),
    recorded_at: now.toISOString(),
  })
  return made.id
}
