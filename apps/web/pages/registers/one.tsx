// SPDX-License-Identifier: EUPL-1.2
import { Alert, Button, Group, Tabs } from '@mantine/core'
import type { RecordBody } from '@schouw/contract/client'
import { useState } from 'react'
import { Link, useParams, useSearchParams } from 'react-router'
import { forgetDraft } from '../../data/kept-draft.ts'
import { useName } from '../../data/names.ts'
import { usePending, useRecord, useStep } from '../../data/records.ts'
import { Comments } from '../../parts/comments.tsx'
import { DateField } from '../../parts/date-field.tsx'
import { Ready, Refusal } from '../../parts/state.tsx'
import { Title } from '../../parts/title.tsx'
import { dayAndTime } from '../../words/dates.ts'
import { useLanguage, useWords } from '../../words/language.tsx'
import { Missing } from '../missing.tsx'
import { Attachments } from './attachments.tsx'
import { changesOf } from './draft.ts'
import { History } from './history.tsx'
import { type Register, useRegister } from './kind-of-page.ts'
import { Links } from './links.tsx'
import { useLookingWords } from './looking-words.ts'
import { useOffered } from './offered.ts'
import { upper } from './page.tsx'
import { Pending } from './pending.tsx'
import { RecordForm } from './record-form.tsx'
import { Seal } from './seal.tsx'
import { shownTitle } from './shown-title.ts'
import { Value } from './value.tsx'

export function OneRecord() {
  const register = useRegister()
  const { id = '' } = useParams()
  return register === undefined ? <Missing /> : <One key={id} {...register} id={id} />
}

function One(props: Register & { readonly id: string }) {
  const { kind, plural, id, one, many } = props
  const { language, words: general } = useLanguage()
  const words = general.registers
  const looking = useLookingWords()
  const [search, setSearch] = useSearchParams()
  const asOf = search.get('as_of') ?? ''
  const record = useRecord(kind.name, id, asOf === '' ? undefined : asOf)
  const name = useName(id)
  const waiting = usePending(kind.name, id).data?.items ?? []
  const [isEditing, setIsEditing] = useState(false)
  const title =
    record.data === undefined
      ? (name.data?.title?.split(' · ')[0] ?? '')
      : shownTitle({ kind, values: record.data.values, tongue: props.tongue, language })
  const head = (
    <>
      <p className="quiet">
        <Link to={`/registers/${plural}`}>{upper(many)}</Link>
      </p>
      <Title name={title === '' ? upper(one) : title} />
    </>
  )
  // Made by somebody, and not there until a second person agrees.
  if (record.isError && waiting.length > 0) {
    return (
      <>
        {head}
        <Pending kind={kind} record={{ id, version: 0 }} />
      </>
    )
  }
  return (
    <>
      {head}
      <Ready of={record}>
        {(found) =>
          isEditing ? (
            <Editing {...props} record={found} done={() => setIsEditing(false)} />
          ) : (
            <>
              <Standing {...props} record={found} edit={() => setIsEditing(true)} asOf={asOf} />
              {asOf === '' && <Pending kind={kind} record={found} />}
              <Tabs defaultValue="values" mt="md" keepMounted={false}>
                <Tabs.List>
                  <Tabs.Tab value="values">{words.values}</Tabs.Tab>
                  {/* Of another day only what the record itself said is known here. */}
                  {asOf === '' && <Tabs.Tab value="links">{looking.links}</Tabs.Tab>}
                  {asOf === '' && <Tabs.Tab value="files">{looking.files}</Tabs.Tab>}
                  <Tabs.Tab value="history">{words.history}</Tabs.Tab>
                </Tabs.List>
                <Tabs.Panel value="values" pt="md">
                  <DateField
                    label={words.asOf}
                    value={asOf}
                    maw="14rem"
                    mb="md"
                    onChange={(day) => {
                      setSearch(day === '' ? {} : { as_of: day }, { replace: true })
                    }}
                  />
                  <Values {...props} record={found} />
                </Tabs.Panel>
                <Tabs.Panel value="links" pt="md">
                  <Links register={props} record={found} />
                </Tabs.Panel>
                <Tabs.Panel value="files" pt="md">
                  <Attachments register={props} id={found.id} />
                </Tabs.Panel>
                <Tabs.Panel value="history" pt="md">
                  <History {...props} />
                </Tabs.Panel>
              </Tabs>
              {asOf === '' && <Comments id={id} />}
            </>
          )
        }
      </Ready>
    </>
  )
}

type WithRecord = Register & { readonly record: RecordBody }

/** State, seal and what can be done from here. */
function Standing({
  record,
  edit,
  asOf,
  ...register
}: WithRecord & { readonly edit: () => void; readonly asOf: string }) {
  const { kind, tongue } = register
  const { words, language } = useLanguage()
  const step = useStep(kind.name)
  const { retired, state } = record
  const on = { kind: kind.name, id: record.id, version: record.version }
  const { isChange, ways } = useOffered(kind, record)
  return (
    <>
      <p>
        <strong>{upper(tongue.code(kind.name, state))}</strong>{' '}
        <Seal register={register} record={record} isNow={asOf === ''} />
      </p>
      {retired !== null && (
        <p className="broken">
          {words.registers.retired(dayAndTime(retired.at, language), retired.reason)}
        </p>
      )}
      <Refusal error={step.error} />
      {asOf === '' && retired === null && (
        <Group gap="xs">
          {isChange && (
            <Button size="xs" onClick={edit}>
              {words.registers.edit}
            </Button>
          )}
          {ways.map(({ to, reason }) => (
            <Button
              key={to}
              size="xs"
              variant="default"
              loading={step.isPending}
              onClick={() => {
                const why = reason === true ? window.prompt(words.registers.reason) : undefined
                if (why === null) return
                step.mutate({ do: 'move', on, to, ...(why === undefined ? {} : { reason: why }) })
              }}
            >
              {words.registers.move(tongue.code(kind.name, to))}
            </Button>
          ))}
        </Group>
      )}
    </>
  )
}

function Values({ kind, tongue, record }: WithRecord) {
  const { registers: words } = useWords()
  const values: Readonly<Record<string, unknown>> = record.values
  const isFilled = (name: string) => values[name] !== undefined || record.erased.includes(name)
  const fields = Object.entries(kind.fields)
  const empty = fields.filter(([name]) => !isFilled(name))
  return (
    <>
      <dl className="facts">
        {fields
          .filter(([name]) => isFilled(name))
          .map(([name, field]) => (
            <div key={name} style={{ display: 'contents' }}>
              <dt>{upper(tongue.field(kind.name, name)[0])}</dt>
              <dd>
                {record.erased.includes(name) ? (
                  <span className="quiet">{words.erased}</span>
                ) : (
                  <Value
                    kind={kind.name}
                    path={name}
                    field={field}
                    value={values[name]}
                    tongue={tongue}
                  />
                )}
              </dd>
            </div>
          ))}
      </dl>
      {empty.length > 0 && (
        <p className="quiet prose">
          {words.notFilled}:{' '}
          {empty.map(([name]) => lower(tongue.field(kind.name, name)[0])).join(', ')}
        </p>
      )}
    </>
  )
}

/** In the middle of a sentence, but for names that are written in capitals. */
function lower(text: string): string {
  return /^[A-Z][A-Z]/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1)
}

function Editing({
  kind,
  plural,
  tongue,
  record,
  done,
}: WithRecord & { readonly done: () => void }) {
  const { registers: words } = useWords()
  const step = useStep(kind.name)
  const draftKey = `draft/${plural}/${record.id}`
  // What was there when typing began: whoever was first keeps what nobody here touched.
  const [before] = useState(record.values)
  const leave = () => {
    forgetDraft(draftKey)
    done()
  }
  const isStale = step.error !== null && 'body' in step.error && isStaleBody(step.error.body)
  return (
    <>
      {isStale && (
        <Alert color="orange" variant="outline" role="alert" my="sm">
          {words.stale}
        </Alert>
      )}
      <RecordForm
        kind={kind}
        tongue={tongue}
        draftKey={draftKey}
        values={before}
        error={isStale ? null : step.error}
        isBusy={step.isPending}
        onSave={(draft) => {
          const values = changesOf(kind, before, draft)
          if (Object.keys(values).length === 0) return leave()
          const on = { kind: kind.name, id: record.id, version: record.version }
          step.mutate({ do: 'change', on, values }, { onSuccess: leave })
        }}
        onCancel={leave}
      />
    </>
  )
}

function isStaleBody(body: unknown): boolean {
  return (
    typeof body === 'object' && body !== null && 'code' in body && body.code === 'stale-version'
  )
}
