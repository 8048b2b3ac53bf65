// SPDX-License-Identifier: EUPL-1.2
import { Button } from '@mantine/core'
import { clauseWords } from '@schouw/report/chain'
import { registerTongue } from '@schouw/report/registers'
import type { ReactNode } from 'react'
import { Link, useParams } from 'react-router'
import { downloaded, type SupplierAnswer, useSupplier } from '../../data/chain.ts'
import { useMay } from '../../data/may.ts'
import { Glossed } from '../../parts/glossed.tsx'
import { Ready } from '../../parts/state.tsx'
import { Table } from '../../parts/table.tsx'
import { Title } from '../../parts/title.tsx'
import { day } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { Bills } from './bills.tsx'
import { Clauses } from './clauses.tsx'
import { Concerns } from './concerns.tsx'
import { Events } from './events.tsx'
import { Send } from './send.tsx'
import './suppliers.css'
import { useChainWords } from './words.ts'

/** One supplier: how critical and why, what it touches, what was agreed, asked and weighed. */
export function OneSupplierPage() {
  const { id = '' } = useParams()
  return <Ready of={useSupplier(id)}>{(found) => <Found {...found} />}</Ready>
}

function Found({ supplier, names, today }: SupplierAnswer) {
  const words = useChainWords()
  const { language } = useLanguage()
  const allowed = useMay()
  const { line, weighing } = supplier
  const { one } = words
  const paper = `/api/v1/chain/suppliers/${line.id}`
  return (
    <>
      <Title name={line.name} />
      <p>
        {line.service}{' '}
        <span className="quiet">
          {line.tier !== null && one.tiers[line.tier]}
          {line.nis2 !== null && ` · ${one.nis2}: ${one.nis2Of[line.nis2] ?? line.nis2}`}
        </span>
      </p>
      <p className="row no-print">
        <Link to={`/registers/suppliers/${line.id}`}>{one.record}</Link>
        <Button
          variant="default"
          size="xs"
          onClick={() =>
            void downloaded(`${paper}/weighing?language=${language}&format=pdf`, 'weighing.pdf')
          }
        >
          {one.weighing}
        </Button>
        <span className="quiet">{one.weighingHelp}</span>
      </p>
      <Critical supplier={supplier} />
      <section aria-labelledby="weighed">
        <h2 id="weighed">{one.weighed}</h2>
        <dl className="pairs">
          {Object.entries(weighing).map(([field, text]) => (
            <Pair key={field} name={one.fields[field] ?? field}>
              {text ?? <span className="ask">{one.notWeighed}</span>}
            </Pair>
          ))}
        </dl>
      </section>
      <Touches supplier={supplier} names={names} />
      <Certificates supplier={supplier} />
      <Clauses supplier={supplier} texts={clauseWords(language)} />
      <Events supplier={line} />
      <Bills supplier={line.id} />
      <Reviews supplier={supplier} />
      {allowed('create', 'supplier-review') && (
        <Send supplier={line} reviews={supplier.reviews} today={today} />
      )}
      {allowed('create', 'supplier-review') && <Concerns supplier={line.id} />}
    </>
  )
}

interface Part {
  readonly supplier: SupplierAnswer['supplier']
}

function Pair({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}

function Critical({ supplier: { line } }: Part) {
  const words = useChainWords()
  const tongue = registerTongue(useLanguage().language)
  const { criticality } = line
  const { factorColumns: columns } = words
  const said = (because: string, about: string) => {
    if (because === 'delivers') return tongue.code('supplier', about, 'delivers')
    return because === 'reaches' ? tongue.code('zone', about) : about
  }
  return (
    <section aria-labelledby="critical">
      <h2 id="critical">{words.one.critical}</h2>
      <p className="answer">
        {criticality.score} · {words.bands[criticality.band]}{' '}
        <span className="quiet">{words.between(criticality.low, criticality.high)}</span>
      </p>
      <Table
        label={words.one.critical}
        rows={criticality.factors}
        keyOf={({ factor }) => factor}
        columns={[
          { title: columns.factor, is: 'head', cell: ({ factor }) => words.factors[factor] },
          { title: columns.weight, is: 'number', cell: ({ weight }) => weight },
          {
            title: columns.value,
            is: 'number',
            tone: ({ value }) => (value === null ? 'ask' : undefined),
            cell: ({ value }) => (value === null ? words.unknown : Math.round(value * 100)),
          },
          {
            title: columns.why,
            cell: ({ because, about }) =>
              words.because[because]?.(said(because, about ?? '')) ?? '',
          },
        ]}
      />
      <p className="quiet">
        <Glossed text={words.formulaHelp} />
      </p>
    </section>
  )
}

function Touches({ supplier, names }: Part & { readonly names: Readonly<Record<string, string>> }) {
  const words = useChainWords()
  const { one } = words
  // Leave that was asked and not given stands in the register, and lets nobody in.
  const { because: entry = '' } =
    supplier.line.criticality.factors.find(({ factor }) => factor === 'remote_access') ?? {}
  const list = (ids: readonly string[], plural: string) =>
    ids.length === 0 ? (
      <span className="quiet">{one.nothing}</span>
    ) : (
      ids.map((id, at) => (
        <span key={id}>
          {at > 0 && ', '}
          <Link to={`/registers/${plural}/${id}`}>{names[id] ?? id}</Link>
        </span>
      ))
    )
  return (
    <section aria-labelledby="touches">
      <h2 id="touches">{one.touches}</h2>
      <dl className="pairs">
        <Pair name={one.processes}>{list(supplier.line.processes, 'processes')}</Pair>
        <Pair name={one.zones}>{list(supplier.zones, 'zones')}</Pair>
        <Pair name={one.assets}>{list(supplier.assets, 'assets')}</Pair>
        <Pair name={one.grants}>
          {supplier.grants.length === 0 ? (
            <span className="quiet">{words.because[entry]?.('') ?? one.nothing}</span>
          ) : (
            supplier.grants.map(({ id, name, tool }, at) => (
              <span key={id}>
                {at > 0 && ', '}
                <Link to={`/registers/remote-accesses/${id}`}>{name}</Link> ({tool})
              </span>
            ))
          )}
        </Pair>
        {supplier.sub_suppliers.length > 0 && (
          <Pair name={one.subs}>
            {supplier.sub_suppliers.map(({ id, name }, at) => (
              <span key={id}>
                {at > 0 && ', '}
                <Link to={`/suppliers/${id}`}>{name}</Link>
              </span>
            ))}
          </Pair>
        )}
        {supplier.works_for.length > 0 && (
          <Pair name={one.worksFor}>{list(supplier.works_for, 'suppliers')}</Pair>
        )}
      </dl>
    </section>
  )
}

function Certificates({ supplier: { certificates, line } }: Part) {
  const { language } = useLanguage()
  const words = useChainWords()
  const { one } = words
  const { certificateColumns: columns } = one
  return (
    <section aria-labelledby="certificates">
      <h2 id="certificates">{one.certificates}</h2>
      {certificates.length === 0 ? (
        <p>{one.noCertificates}</p>
      ) : (
        <Table
          label={one.certificates}
          rows={certificates}
          keyOf={(row) => `${row.standard} ${row.number} ${row.valid_until}`}
          columns={[
            { title: columns.standard, is: 'head', cell: ({ standard }) => standard },
            { title: columns.scope, cell: ({ scope }) => scope ?? '' },
            {
              title: columns.until,
              is: 'nowrap',
              cell: ({ valid_until: until }) =>
                until === null ? words.unknown : day(until, language),
            },
            {
              title: columns.standing,
              tone: ({ standing }) =>
                standing === 'valid' ? 'done' : standing === 'expired' ? 'broken' : 'ask',
              cell: ({ standing }) => words.certificate[standing],
            },
          ]}
        />
      )}
      <p className="quiet">
        {one.certificateHelp} <Link to={`/registers/suppliers/${line.id}`}>{one.record}</Link>
      </p>
    </section>
  )
}

function Reviews({ supplier: { reviews } }: Part) {
  const { language } = useLanguage()
  const words = useChainWords()
  const { one } = words
  return (
    <section aria-labelledby="reviews">
      <h2 id="reviews">{one.reviews}</h2>
      {reviews.length === 0 ? (
        <p>{one.noReviews}</p>
      ) : (
        <ul className="plain">
          {reviews.toReversed().map(({ id, type, planned_on, state, score_percent: score }) => (
            <li key={id}>
              <Link
                to={
                  type === 'questionnaire'
                    ? `/suppliers/reviews/${id}`
                    : `/registers/supplier-reviews/${id}`
                }
              >
                {day(planned_on, language)}
              </Link>{' '}
              {words.states[state] ?? state}
              {score !== null && ` · ${one.score(score)}`}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
