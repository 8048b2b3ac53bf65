// SPDX-License-Identifier: EUPL-1.2
import { Button, Checkbox, Group, MultiSelect, Select } from '@mantine/core'
import { dossiers } from '@schouw/core/ledger'
import { registerTongue } from '@schouw/report/registers'
import { useState } from 'react'
import type { Session } from '../../data/session.ts'
import { DateField } from '../../parts/date-field.tsx'
import { Glossed } from '../../parts/glossed.tsx'
import { useLanguage } from '../../words/language.tsx'
import { useProofWords } from './words.ts'

/** Registers that are held back most often; any other can be with the command. */
const withheld = ['risk', 'incident', 'incident-log-entry', 'supplier', 'asset', 'budget'] as const

/** A dossier in a period, for somebody, without what is nobody else's business. */
export function DossierForm({ session }: { readonly session: Session }) {
  const { language } = useLanguage()
  const words = useProofWords()
  const tongue = registerTongue(language)
  const roles = session.organisation?.roles ?? []
  const today = new Date().toISOString().slice(0, 10)
  const [scope, setScope] = useState<string>(roles.includes('director') ? 'director' : 'regulator')
  const [from, setFrom] = useState(`${Number(today.slice(0, 4)) - 1}${today.slice(4)}`)
  const [until, setUntil] = useState(today)
  const [hasNames, setHasNames] = useState(false)
  const [held, setHeld] = useState<string[]>([])
  if (!roles.includes('director') && !roles.includes('ciso')) return null
  const scopes = dossiers.scopes
    .filter((value) => value !== 'director' || roles.includes('director'))
    .map((value) => ({ value, label: words.scopes[value] }))
  const query = new URLSearchParams({
    ...{ scope, language, from, until },
    ...(hasNames ? { names: '1' } : {}),
    ...(held.length > 0 ? { withhold: held.join(',') } : {}),
  })
  return (
    <section className="block no-print" aria-labelledby="dossier">
      <h2 id="dossier">{words.dossier}</h2>
      <p className="prose">
        <Glossed text={words.dossierWhy} />
      </p>
      <Group align="end">
        <Select
          label={words.scope}
          data={scopes}
          value={scope}
          allowDeselect={false}
          onChange={(next) => setScope(next ?? 'regulator')}
        />
        <DateField label={words.from} value={from} onChange={setFrom} />
        <DateField label={words.until} value={until} onChange={setUntil} />
      </Group>
      <MultiSelect
        mt="sm"
        maw="40rem"
        label={words.withhold}
        description={words.withholdHelp}
        data={[
          { value: 'personal', label: words.personal },
          ...withheld.map((value) => ({ value, label: tongue.kind(value)[1] })),
        ]}
        value={held}
        onChange={setHeld}
      />
      <Checkbox
        my="sm"
        label={words.names}
        checked={hasNames}
        onChange={(event) => setHasNames(event.currentTarget.checked)}
      />
      <Button component="a" variant="default" href={`/api/v1/dossier?${query}`} download>
        {words.get}
      </Button>
    </section>
  )
}
