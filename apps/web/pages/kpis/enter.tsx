// SPDX-License-Identifier: EUPL-1.2

import { Button, Group, NumberInput, Stack, Textarea } from '@mantine/core'
import { addMonths } from '@schouw/core/kernel'
import { useState } from 'react'
import { useKept } from '../../data/kept.ts'
import { useStep } from '../../data/records.ts'
import { useSession } from '../../data/session.ts'
import { DateField } from '../../parts/date-field.tsx'
import { Refusal } from '../../parts/state.tsx'
import { useWords } from '../../words/language.tsx'
import { FileInput } from '../registers/file-input.tsx'
import { type FigureLine, packed, useKpiWords } from './say.ts'

interface EnterProps {
  readonly line: FigureLine
  readonly kpi: string
  readonly name: string
  readonly done: () => void
}

/** A value that the registers cannot tell, with what proves it. */
export function Enter({ line, kpi, name, done }: EnterProps) {
  const words = useWords()
  const own = useKpiWords()
  const step = useStep('kpi-value')
  const person = useSession().data?.organisation?.person
  const today = new Date().toISOString().slice(0, 10)
  const months = packed(line.id)?.frequency === 'quarter' ? 3 : 1
  const [value, setValue, forgetValue] = useKept<number | string>(`draft/kpi/${kpi}/value`, '')
  const [from, setFrom, forgetFrom] = useKept(`draft/kpi/${kpi}/from`, addMonths(today, -months))
  const [to, setTo, forgetTo] = useKept(`draft/kpi/${kpi}/to`, today)
  const [how, setHow, forgetHow] = useKept(`draft/kpi/${kpi}/how`, '')
  const [file, setFile] = useState<readonly string[]>([])
  const save = () =>
    step.mutate(
      {
        do: 'create',
        values: {
          kpi,
          period_from: from,
          period_to: to,
          value: String(value),
          counted_by: 'person',
          counted_at: new Date().toISOString(),
          ...(person == null ? {} : { reported_by: person }),
          ...(how.trim() === '' ? {} : { explanation: how.trim() }),
          ...(file[0] === undefined ? {} : { file: file[0] }),
        },
      },
      {
        onSuccess: () => {
          forgetValue()
          forgetHow()
          forgetFrom()
          forgetTo()
          done()
        },
      },
    )
  return (
    <form
      aria-label={own.enter.title(name)}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <Stack gap="xs" miw="16rem" maw="22rem">
        <Refusal error={step.error} />
        <NumberInput
          label={`${own.enter.value} (${own.units[line.unit] || own.columns.value})`}
          value={value}
          onChange={setValue}
          decimalScale={4}
          hideControls
          required
        />
        <DateField label={own.enter.from} value={from} max={to} onChange={setFrom} />
        <DateField label={own.enter.to} value={to} max={today} onChange={setTo} />
        <Textarea
          autosize
          minRows={2}
          label={own.enter.how}
          value={how}
          onChange={(event) => setHow(event.currentTarget.value)}
        />
        <FileInput
          label={own.enter.proof}
          description={own.enter.proofHelp}
          isRequired={false}
          isMany={false}
          digests={file}
          onChange={setFile}
        />
        <Group gap="xs">
          <Button type="submit" size="xs" loading={step.isPending} disabled={value === ''}>
            {own.enter.save}
          </Button>
          <Button size="xs" variant="default" onClick={done}>
            {words.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
