// SPDX-License-Identifier: EUPL-1.2
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useDeferredValue, useState } from 'react'
import { Link } from 'react-router'
import { type ChainAnswer, type SortOfChain, useChain } from '../../data/chain.ts'
import { useMay } from '../../data/may.ts'
import { Glossed } from '../../parts/glossed.tsx'
import { Ready } from '../../parts/state.tsx'
import { Table } from '../../parts/table.tsx'
import { Title } from '../../parts/title.tsx'
import { day } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { Tabs } from './tabs.tsx'
import { Weights } from './weights.tsx'
import { useChainWords } from './words.ts'

const step = 50
const sorts = ['criticality', 'name', 'clauses', 'review'] as const

/** Who delivers, the most critical first, with what is missing and what comes up. */
export function SuppliersPage() {
  const words = useChainWords()
  const allowed = useMay()
  const [typed, setTyped] = useState('')
  const [sort, setSort] = useState<SortOfChain>('criticality')
  const [limit, setLimit] = useState(step)
  const q = useDeferredValue(typed)
  return (
    <>
      <Title name={words.title} />
      <Tabs />
      <p>
        <Glossed text={words.intro} />
      </p>
      <Ready of={useChain({ q, sort, limit })}>
        {(chain) => (
          <>
            {q === '' && <Answer chain={chain} />}
            <div className="row no-print">
              <TextInput
                label={words.search}
                value={typed}
                onChange={(event) => setTyped(event.currentTarget.value)}
                maxLength={200}
              />
              <NativeSelect
                label={words.sort}
                value={sort}
                onChange={(event) => setSort(event.currentTarget.value as SortOfChain)}
                data={sorts.map((value) => ({ value, label: words.sorts[value] }))}
              />
            </div>
            {chain.suppliers.length === 0 ? <p>{words.none}</p> : <Lines chain={chain} />}
            <p className="row quiet">
              {words.shown(chain.suppliers.length, chain.total)}
              {chain.suppliers.length < chain.total && limit < 200 && (
                <Button variant="default" size="xs" onClick={() => setLimit(limit + step)}>
                  {words.more}
                </Button>
              )}
              {allowed('create', 'supplier') && (
                <Link to="/registers/suppliers/new">{words.add}</Link>
              )}
            </p>
            <Agenda chain={chain} />
            <Concentration chain={chain} />
            <Weights weights={chain.weights} />
          </>
        )}
      </Ready>
    </>
  )
}

interface Part {
  readonly chain: ChainAnswer
}

function Answer({ chain: { suppliers, bands, total } }: Part) {
  const words = useChainWords()
  const unweighed = suppliers.slice(0, 10).filter(({ weighed }) => weighed.said < weighed.of)
  const critical = bands['critical'] ?? 0
  return <p className="answer">{words.answer({ total, critical, unweighed: unweighed.length })}</p>
}

function Lines({ chain: { suppliers, names } }: Part) {
  const words = useChainWords()
  const { columns } = words
  return (
    <Table
      label={words.title}
      rows={suppliers}
      keyOf={({ id }) => id}
      minWidth="64rem"
      columns={[
        {
          title: columns.supplier,
          is: 'head',
          cell: ({ id, name, service }) => (
            <>
              <Link to={`/suppliers/${id}`}>{name}</Link>
              {service !== null && <div className="quiet">{service}</div>}
            </>
          ),
        },
        {
          title: columns.criticality,
          tone: ({ criticality: { band } }) =>
            band === 'critical' ? 'broken' : band === 'high' ? 'ask' : undefined,
          cell: ({ criticality: { score, low, high, band }, said_band }) => (
            <>
              {score} · {words.bands[band]}
              {low !== high && <div className="quiet">{words.between(low, high)}</div>}
              {said_band !== null && said_band !== band && (
                <div className="quiet">
                  {words.saidOther(words.bands[said_band as keyof typeof words.bands] ?? said_band)}
                </div>
              )}
            </>
          ),
        },
        {
          title: columns.leans,
          cell: ({ processes }) =>
            processes.map((id) => names[id] ?? '').join(', ') || (
              <span className="quiet">{words.unknown}</span>
            ),
        },
        {
          title: columns.substitute,
          cell: ({ switching_days: days, has_alternatives }) => (
            <>
              {days === null ? <span className="quiet">{words.unknown}</span> : words.days(days)}
              {has_alternatives && <div className="quiet">{words.alternatives}</div>}
            </>
          ),
        },
        {
          title: columns.contract,
          tone: ({ clauses_open: open }) => (open === null || open > 0 ? 'ask' : 'done'),
          cell: ({ clauses_open: open, clauses_asked: asked }) =>
            open === null ? words.noContract : words.clausesOpen(open, asked),
        },
        {
          title: columns.certificate,
          tone: ({ certificate }) =>
            certificate === 'valid' ? 'done' : certificate === 'expired' ? 'broken' : undefined,
          cell: ({ certificate }) => words.certificate[certificate ?? 'none'],
        },
        {
          title: columns.weighed,
          cell: ({ weighed }) => words.weighedOf(weighed.said, weighed.of),
        },
        {
          title: columns.questionnaire,
          tone: ({ questionnaire }) => (questionnaire === 'answered' ? 'ask' : undefined),
          cell: ({ questionnaire }) =>
            questionnaire === null ? '' : (words.states[questionnaire] ?? questionnaire),
        },
      ]}
    />
  )
}

function Agenda({ chain: { agenda, agenda_total, names } }: Part) {
  const { language } = useLanguage()
  const [isWhole, setWhole] = useState(false)
  const words = useChainWords()
  if (agenda.length === 0) return null
  const plurals = {
    contract: 'contracts',
    supplier: 'suppliers',
    'remote-access': 'remote-accesses',
  }
  const shown = isWhole ? agenda : agenda.slice(0, 12)
  return (
    <section aria-labelledby="agenda">
      <h2 id="agenda">{words.agenda}</h2>
      <p className="quiet">
        <Glossed text={words.agendaHelp} />
      </p>
      <Table
        label={words.agenda}
        rows={shown}
        keyOf={({ kind, id, what, on }) => `${kind} ${id} ${what} ${on}`}
        columns={[
          {
            title: words.agendaColumns.on,
            is: 'nowrap',
            tone: ({ is_late }) => (is_late ? 'broken' : undefined),
            cell: ({ on }) => day(on, language),
          },
          { title: words.agendaColumns.what, cell: ({ what }) => words.agendaWhat[what] ?? what },
          {
            title: words.agendaColumns.name,
            is: 'head',
            cell: ({ kind, id, name, supplier }) => (
              <>
                <Link to={`/registers/${plurals[kind]}/${id}`}>{name}</Link>
                {supplier !== null && supplier !== id && (
                  <div className="quiet">{names[supplier] ?? ''}</div>
                )}
              </>
            ),
          },
        ]}
      />
      {agenda_total > shown.length && (
        <p className="row">
          <span className="quiet">{words.agendaMore(agenda_total - shown.length)}</span>
          {!isWhole && (
            <Button className="no-print" variant="default" size="xs" onClick={() => setWhole(true)}>
              {words.agendaAll}
            </Button>
          )}
        </p>
      )}
    </section>
  )
}

function Concentration({ chain: { leaned_on, countries } }: Part) {
  const words = useChainWords()
  if (leaned_on.length === 0 && countries.length === 0) return null
  return (
    <section aria-labelledby="leaned">
      <h2 id="leaned">{words.leaned}</h2>
      <p className="quiet">
        <Glossed text={words.leanedHelp} />
      </p>
      <ul className="plain">
        {leaned_on.map(({ id, name, suppliers, processes }) => (
          <li key={id}>
            <Link to={`/suppliers/${id}`}>{name}</Link>{' '}
            <span className="quiet">{words.leanedOn(suppliers.length, processes.length)}</span>
          </li>
        ))}
      </ul>
      {countries.length > 0 && (
        <p className="quiet">
          {words.countries}:{' '}
          {countries.map(({ country, count }) => `${country} ${count}`).join(', ')}
        </p>
      )}
    </section>
  )
}
