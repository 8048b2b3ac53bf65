// SPDX-License-Identifier: EUPL-1.2
import { Button, Group, NativeSelect, Radio, Stack, Textarea } from '@mantine/core'
import { requirementsPack } from '@schouw/core/assurance'
import { kinds } from '@schouw/core/registers'
import { registerTongue } from '@schouw/report/registers'
import { useEffect, useState } from 'react'
import { forgetDraft, keepDraft, restored } from '../../data/kept-draft.ts'
import { useStep } from '../../data/records.ts'
import { Refusal } from '../../parts/state.tsx'
import { useLanguage } from '../../words/language.tsx'
import { changesOf, type Draft, draftOf, valuesOf } from '../registers/draft.ts'
import { faultsOf } from '../registers/faults.ts'
import { FieldInput, type FieldProps } from '../registers/field-input.tsx'
import type { AnswerRecord } from './answer.ts'
import { rungOf, useMeasureWords } from './words.ts'

interface FormProps {
  readonly requirement: string
  readonly answer: AnswerRecord | undefined
  /** Whether it waits for a second person; null when nothing was kept. */
  readonly done: (waits: boolean | null) => void
}

const kind = kinds['requirement-answer']
const beside = ['evidence_level', 'evidence', 'owner', 'answered_on', 'next_review_on', 'note']

/** Answers a requirement where it stands. What is typed is kept until it is saved. */
export function AnswerForm({ requirement, answer, done }: FormProps) {
  const { words, language } = useLanguage()
  const own = useMeasureWords()
  const step = useStep('requirement-answer')
  const values = answer?.values ?? { requirement, answered_on: today() }
  const draftKey = `draft/requirement-answers/${answer?.id ?? requirement}`
  const [base] = useState<Draft>(() => draftOf(kind, values))
  const [draft, setDraft] = useState(() => restored(draftKey, base).draft)
  const [applies, setApplies] = useState(draft['not_applicable'] === '')
  useEffect(() => keepDraft(draftKey, { base, draft }), [draftKey, base, draft])
  const faults = faultsOf(step.error, { kind: kind.name, language })
  const leave = (waits: boolean | null) => {
    forgetDraft(draftKey)
    done(waits)
  }
  const save = () => {
    const emptied = applies ? { not_applicable: '' } : { level: '', evidence_level: '' }
    const meant = { ...draft, ...emptied }
    const onSuccess = ({ pending }: { readonly pending: string | null }) => leave(pending !== null)
    if (answer === undefined) {
      return step.mutate({ do: 'create', values: valuesOf(kind, meant) }, { onSuccess })
    }
    const changes = changesOf(kind, answer.values, meant)
    if (Object.keys(changes).length === 0) return leave(null)
    const on = { kind: kind.name, id: answer.id, version: answer.version }
    return step.mutate({ do: 'change', on, values: changes }, { onSuccess })
  }
  const set = (name: string) => (value: string | readonly string[]) =>
    setDraft({ ...draft, [name]: value })
  const error = faults.loose.length > 0 || faults.count === 0 ? step.error : null
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <Stack maw="42rem" mt="sm">
        <Refusal error={error} />
        <Radio.Group
          label={own.applies}
          value={applies ? 'yes' : 'no'}
          onChange={(value) => setApplies(value === 'yes')}
        >
          <Group mt={4}>
            <Radio value="yes" label={own.appliesYes} />
            <Radio value="no" label={own.appliesNo} />
          </Group>
        </Radio.Group>
        {applies ? (
          <Level
            value={String(draft['level'] ?? '')}
            set={set('level')}
            fault={faults.at('/level')}
          />
        ) : (
          <Textarea
            autosize
            minRows={2}
            label={own.notApplicable}
            value={String(draft['not_applicable'] ?? '')}
            error={faults.at('/not_applicable')}
            onChange={(event) => set('not_applicable')(event.currentTarget.value)}
          />
        )}
        {beside
          .filter((name) => applies || name !== 'evidence_level')
          .map((name) => {
            const fault = faults.at(`/${name}`)
            return (
              <FieldInput
                key={name}
                kind={kind.name}
                path={name}
                field={fieldOf(name)}
                tongue={registerTongue(language)}
                value={(draft[name] ?? '') as string | readonly string[]}
                onChange={set(name)}
                {...(fault === undefined ? {} : { error: fault })}
              />
            )
          })}
        <Group>
          <Button type="submit" loading={step.isPending}>
            {words.save}
          </Button>
          <Button variant="default" onClick={() => leave(null)}>
            {words.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function today(): string {
  return new Date().toISOString().slice(0, 10)
}

function fieldOf(name: string): FieldProps['field'] {
  const fields: Readonly<Record<string, unknown>> = kind.fields
  return fields[name] as FieldProps['field']
}

interface LevelProps {
  readonly value: string
  readonly set: (value: string) => void
  readonly fault: string | undefined
}

function Level({ value, set, fault }: LevelProps) {
  const { language } = useLanguage()
  const own = useMeasureWords()
  const chosen = value === '' ? '' : rungOf(Number(value), language)[1]
  return (
    <NativeSelect
      label={own.level}
      description={chosen}
      value={value}
      error={fault}
      onChange={(event) => set(event.currentTarget.value)}
      data={[
        { value: '', label: '' },
        ...requirementsPack.maturity_scale.map(({ level }) => ({
          value: String(level),
          label: `${level} ${rungOf(level, language)[0]}`,
        })),
      ]}
    />
  )
}
