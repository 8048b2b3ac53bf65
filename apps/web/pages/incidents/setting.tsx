// SPDX-License-Identifier: EUPL-1.2
import { Button, MultiSelect, Select } from '@mantine/core'
import type { KindName } from '@schouw/core/registers'
import { registerTongue } from '@schouw/report/registers'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../data/api.ts'
import { useMay } from '../../data/may.ts'
import { type useRecord, useStep } from '../../data/records.ts'
import { Refusal } from '../../parts/state.tsx'
import { useLanguage } from '../../words/language.tsx'
import { upper } from '../registers/page.tsx'
import { useIncidentWords } from './words.ts'

interface SettingProps {
  readonly record: NonNullable<ReturnType<typeof useRecord>['data']>
}

const many = ['processes', 'assets', 'zones', 'suppliers', 'crown_jewels', 'contracts'] as const
const kindsOf = {
  processes: 'process',
  assets: 'asset',
  zones: 'zone',
  suppliers: 'supplier',
  crown_jewels: 'crown-jewel',
  contracts: 'contract',
} as const satisfies Record<(typeof many)[number], KindName>

/** What the incident touches and which playbook applies: a few choices while the work goes on. */
export function Setting({ record }: SettingProps) {
  const words = useIncidentWords()
  const allowed = useMay()
  const [isOpen, setIsOpen] = useState(false)
  if (!allowed('change', 'incident', record)) return null
  return (
    <details onToggle={(event) => setIsOpen(event.currentTarget.open)} className="no-print">
      <summary>{words.setting}</summary>
      {isOpen && <Form key={record.version} record={record} />}
    </details>
  )
}

function Form({ record }: SettingProps) {
  const { language, words: general } = useLanguage()
  const tongue = registerTongue(language)
  const step = useStep('incident')
  const values = record.values as Readonly<Record<string, unknown>>
  const [playbook, setPlaybook] = useState((values['playbook'] as string | undefined) ?? null)
  const [chosen, setChosen] = useState<Readonly<Record<string, readonly string[]>>>(() =>
    Object.fromEntries(many.map((field) => [field, (values[field] ?? []) as readonly string[]])),
  )
  const playbooks = useOptions('playbook')
  const save = () =>
    step.mutate({
      do: 'change',
      on: { kind: 'incident', id: record.id, version: record.version },
      values: {
        playbook,
        ...Object.fromEntries(
          many.map((field) => [field, chosen[field]?.length === 0 ? null : chosen[field]]),
        ),
      },
    })
  const label = (field: string) => upper(tongue.field('incident', field)[0])
  return (
    <>
      <Select
        label={label('playbook')}
        data={playbooks}
        value={playbook}
        onChange={setPlaybook}
        clearable
        searchable
      />
      {many.map((field) => (
        <Many
          key={field}
          kind={kindsOf[field]}
          label={label(field)}
          value={chosen[field] ?? []}
          onChange={(next) => setChosen({ ...chosen, [field]: next })}
        />
      ))}
      <Refusal error={step.error} />
      <p>
        <Button size="xs" mt="xs" loading={step.isPending} onClick={save}>
          {general.save}
        </Button>
      </p>
    </>
  )
}

interface ManyProps {
  readonly kind: KindName
  readonly label: string
  readonly value: readonly string[]
  readonly onChange: (next: readonly string[]) => void
}

function Many({ kind, label, value, onChange }: ManyProps) {
  const data = useOptions(kind)
  return (
    <MultiSelect
      label={label}
      data={data}
      value={[...value]}
      onChange={onChange}
      searchable
      limit={50}
    />
  )
}

/** As many as the server gives at once; a larger register is searched in its own page. */
function useOptions(kind: KindName) {
  const { data } = useQuery({
    queryKey: ['list', kind, 'options'],
    queryFn: () => api.list(kind, { limit: 500 }),
  })
  return (data?.items ?? []).map(({ id, values }) => {
    const { name, code } = values as { readonly name?: string; readonly code?: string }
    return { value: id, label: name ?? code ?? id }
  })
}
