// SPDX-License-Identifier: EUPL-1.2
import { Button, NativeSelect, Stack, Textarea } from '@mantine/core'
import { registerTongue } from '@schouw/report/registers'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { api } from '../../data/api.ts'
import {
  type SupplierAnswer,
  type SupplierEvents,
  type SupplierNotice,
  useChainAct,
  useSupplierEvents,
} from '../../data/chain.ts'
import { useKept, useKeptForm } from '../../data/kept.ts'
import { useMay } from '../../data/may.ts'
import { steppedUp } from '../../data/step-up.ts'
import { DateField } from '../../parts/date-field.tsx'
import { InstantField } from '../../parts/instant-field.tsx'
import { Ready, Refusal } from '../../parts/state.tsx'
import { Table } from '../../parts/table.tsx'
import { useKeptMoment, useTimes } from '../../parts/times.ts'
import { day } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { useEventWords } from './event-words.ts'

type Line = SupplierAnswer['supplier']['line']

interface Part {
  readonly supplier: Line
  readonly events: SupplierEvents
}

/** What went wrong at a supplier's, and what was tried together. */
export function Events({ supplier }: { readonly supplier: Line }) {
  return (
    <Ready of={useSupplierEvents(supplier.id)}>
      {(events) => (
        <>
          <Incidents supplier={supplier} events={events} />
          <Joint supplier={supplier} events={events} />
        </>
      )}
    </Ready>
  )
}

function Incidents({ supplier, events: { incidents, hidden } }: Part) {
  const { language } = useLanguage()
  const { incidents: words } = useEventWords()
  const tongue = registerTongue(language)
  const times = useTimes()
  const allowed = useMay()
  if (hidden.includes('incident')) return null
  return (
    <section aria-labelledby="their-incidents">
      <h2 id="their-incidents">{words.title}</h2>
      <p className="quiet">{words.help}</p>
      {incidents.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <Table
          label={words.title}
          rows={incidents}
          keyOf={({ id }) => id}
          columns={[
            {
              title: words.columns.name,
              is: 'head',
              cell: ({ id, name }) => <Link to={`/incidents/${id}`}>{name}</Link>,
            },
            {
              title: words.columns.state,
              tone: ({ state }) => (state === 'reported' ? 'ask' : undefined),
              cell: ({ state }) => tongue.code('incident', state),
            },
            {
              title: words.columns.from,
              cell: ({ noticed_at, is_from_supplier }) => (
                <>
                  {noticed_at !== null && times.at(noticed_at)}
                  <div className="quiet">{is_from_supplier ? words.theirs : words.ours}</div>
                </>
              ),
            },
            {
              title: words.columns.clock,
              tone: ({ aware_at, type }) =>
                aware_at === null && type !== 'near_miss' ? 'ask' : undefined,
              cell: ({ aware_at, type }) =>
                aware_at !== null
                  ? words.since(times.at(aware_at))
                  : type === 'near_miss'
                    ? words.nearMiss
                    : words.noClock,
            },
          ]}
        />
      )}
      {allowed('create', 'incident') && allowed('create', 'awareness') && (
        <Told supplier={supplier.id} />
      )}
    </section>
  )
}

/** The moment is left open on purpose: it is the one thing that is not filled in for anybody. */
function Told({ supplier }: { readonly supplier: string }) {
  const { incidents: words } = useEventWords()
  const navigate = useNavigate()
  const [isOpen, setIsOpen] = useState(false)
  const draft = `draft/notice/${supplier}`
  const { kept, forget } = useKeptForm(draft)
  const [received, setReceived, forgetReceived] = useKeptMoment(`${draft}/received`)
  const [aware, setAware, forgetAware] = useKept(`${draft}/aware`, '')
  const forgetAll = () => {
    forget()
    forgetReceived()
    forgetAware()
  }
  const saved = useChainAct((body: SupplierNotice) =>
    steppedUp(() =>
      api.call('POST /api/v1/chain/suppliers/{id}/notices', { params: { id: supplier }, body }),
    ),
  )
  if (!isOpen) {
    return (
      <p className="no-print">
        <Button variant="default" size="xs" onClick={() => setIsOpen(true)}>
          {words.record}
        </Button>
      </p>
    )
  }
  const save = (form: FormData) => {
    const text = (name: string) => String(form.get(name) ?? '').trim()
    saved.mutate(
      {
        ...{ is: text('is') === 'near_miss' ? 'near_miss' : 'incident', told: text('told') },
        received_at: received,
        ...(aware === '' ? {} : { aware_at: aware }),
      },
      {
        onSuccess: ({ incident }) => {
          forgetAll()
          void navigate(`/incidents/${incident}`)
        },
      },
    )
  }
  return (
    <form
      {...kept}
      className="no-print"
      onSubmit={(event) => {
        event.preventDefault()
        save(new FormData(event.currentTarget))
      }}
    >
      <Stack maw="36rem">
        <Textarea
          name="told"
          label={words.told}
          description={words.toldHelp}
          required
          autosize
          minRows={2}
          maxLength={8000}
        />
        <InstantField label={words.received} value={received} onChange={setReceived} required />
        <NativeSelect
          name="is"
          label={words.what}
          data={[
            { value: 'incident', label: words.is.incident },
            { value: 'near_miss', label: words.is.near_miss },
          ]}
        />
        <InstantField
          label={words.aware}
          description={words.awareHelp}
          value={aware}
          onChange={setAware}
        />
        <Refusal error={saved.error} />
        <div className="row">
          <Button type="submit" loading={saved.isPending}>
            {words.save}
          </Button>
          <Button
            variant="default"
            onClick={() => {
              forgetAll()
              setIsOpen(false)
            }}
          >
            {words.cancel}
          </Button>
        </div>
      </Stack>
    </form>
  )
}

function Joint({ supplier, events: { joint, hidden } }: Part) {
  const { language } = useLanguage()
  const { joint: words } = useEventWords()
  const tongue = registerTongue(language)
  const allowed = useMay()
  if (hidden.includes('exercise')) return null
  const resultOf = (result: string | null) =>
    result === null ? words.noResult : tongue.code('exercise', result, 'result')
  return (
    <section aria-labelledby="joint">
      <h2 id="joint">{words.title}</h2>
      <p className="quiet">{words.help}</p>
      <p className={joint.exit === null ? 'ask' : undefined}>
        {joint.exit === null
          ? words.never
          : words.last(day(joint.exit.on, language), resultOf(joint.exit.result))}
      </p>
      {joint.exercises.length > 0 && (
        <Table
          label={words.title}
          rows={joint.exercises}
          keyOf={({ id }) => id}
          columns={[
            {
              title: words.columns.name,
              is: 'head',
              cell: ({ id, name, sort }) => (
                <>
                  <Link to={`/exercises/${id}`}>{name}</Link>
                  <div className="quiet">{words.sorts[sort]}</div>
                </>
              ),
            },
            {
              title: words.columns.on,
              is: 'nowrap',
              cell: ({ held_on, planned_on }) => day(held_on ?? planned_on ?? '', language),
            },
            {
              title: words.columns.standing,
              tone: ({ standing }) =>
                standing === 'late' || standing === 'again' ? 'broken' : undefined,
              cell: ({ standing, next_on }) => (
                <>
                  {words.standing[standing]}
                  {next_on !== null && <div className="quiet">{day(next_on, language)}</div>}
                </>
              ),
            },
            {
              title: words.columns.result,
              tone: ({ result }) => (result === 'failed' ? 'broken' : undefined),
              cell: ({ held_on, result }) => (held_on === null ? '' : resultOf(result)),
            },
            {
              title: words.columns.actions,
              cell: ({ actions }) =>
                actions.map(({ id, name, is_late }) => (
                  <div key={id} className={is_late ? 'broken' : undefined}>
                    <Link to={`/registers/actions/${id}`}>{name}</Link>
                  </div>
                )),
            },
          ]}
        />
      )}
      {allowed('create', 'exercise') && <Plan supplier={supplier} />}
    </section>
  )
}

type Sort = 'scenario' | 'exit'

function Plan({ supplier }: { readonly supplier: Line }) {
  const { joint: words } = useEventWords()
  const [sort, setSort] = useState<Sort>('scenario')
  const planned = useChainAct((on: string) =>
    api.create('exercise', {
      code: `${sort === 'exit' ? 'V' : 'O'}-${crypto.randomUUID().slice(0, 8)}`,
      name: (sort === 'exit' ? words.exitOf : words.scenarioWith)(supplier.name).slice(0, 200),
      ...{ type: sort === 'exit' ? 'exit_test' : 'tabletop', suppliers: [supplier.id] },
      planned_on: on,
    }),
  )
  return (
    <form
      className="row no-print"
      onSubmit={(event) => {
        event.preventDefault()
        const form = new FormData(event.currentTarget)
        planned.mutate(String(form.get('on') ?? ''))
      }}
    >
      <NativeSelect
        label={words.sort}
        value={sort}
        onChange={(event) => setSort(event.currentTarget.value as Sort)}
        data={[
          { value: 'scenario', label: words.sorts.scenario },
          { value: 'exit', label: words.sorts.exit },
        ]}
      />
      <DateField name="on" label={words.on} required />
      <Button type="submit" variant="default" loading={planned.isPending}>
        {words.plan}
      </Button>
      <Refusal error={planned.error} />
    </form>
  )
}
