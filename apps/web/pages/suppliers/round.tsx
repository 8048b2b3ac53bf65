// SPDX-License-Identifier: EUPL-1.2
import { Button, Checkbox, NativeSelect } from '@mantine/core'
import type { AnswerOf } from '@schouw/contract/client'
import { questions, tiers } from '@schouw/core/chain'
import { useState } from 'react'
import { Link } from 'react-router'
import { api } from '../../data/api.ts'
import { type RoundSending, useChainAct, useRound } from '../../data/chain.ts'
import { DateField } from '../../parts/date-field.tsx'
import { Ready, Refusal } from '../../parts/state.tsx'
import { Table } from '../../parts/table.tsx'
import { isLanguage } from '../../words/index.ts'
import { useLanguage } from '../../words/language.tsx'
import { useEventWords } from './event-words.ts'
import { useChainWords } from './words.ts'

type Tier = RoundSending['tier']
type Preview = NonNullable<ReturnType<typeof useRound>['data']>

/** The same questions to all of one kind: first who gets what, then sending it. */
export function Round() {
  const { round: words } = useEventWords()
  const { one } = useChainWords()
  const [tier, setTier] = useState<Tier>('machine_builder')
  return (
    <section aria-labelledby="round" className="no-print">
      <h2 id="round">{words.title}</h2>
      <p className="quiet">{words.help}</p>
      <NativeSelect
        label={words.tier}
        value={tier}
        onChange={(event) => setTier(event.currentTarget.value as Tier)}
        data={tiers.map((value) => ({ value, label: one.tiers[value] }))}
        maw="20rem"
      />
      <Ready of={useRound(tier)}>
        {(preview) =>
          preview.items.length === 0 ? (
            <p>{words.none}</p>
          ) : (
            <Picked key={tier} tier={tier} preview={preview} />
          )
        }
      </Ready>
    </section>
  )
}

function Picked({ tier, preview }: { readonly tier: Tier; readonly preview: Preview }) {
  const { round: words } = useEventWords()
  const { language } = useLanguage()
  const { items } = preview
  const count = (standing: string) => items.filter((one) => one.standing === standing).length
  const [left, setLeft] = useState<readonly string[]>([])
  const picked = items
    .filter(({ standing, supplier }) => standing === 'ready' && !left.includes(supplier))
    .map(({ supplier }) => supplier)
    // As many as go out in one go.
    .slice(0, 200)
  const sent = useChainAct((body: RoundSending) => api.call('POST /api/v1/chain/rounds', { body }))
  const usual = new Date(Date.now() + 21 * 86_400_000).toISOString().slice(0, 10)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        const form = new FormData(event.currentTarget)
        const asked = String(form.get('language'))
        sent.mutate({
          ...{ tier, suppliers: [...picked], answer_until: String(form.get('until')) },
          language: isLanguage(asked) ? asked : 'nl',
        })
      }}
    >
      <p>
        {words.counts(
          count('ready'),
          count('no_address'),
          count('asked_already'),
          questions.questionsFor(tier).length,
        )}
      </p>
      <Table
        label={words.title}
        rows={items}
        keyOf={({ supplier }) => supplier}
        columns={[
          {
            title: words.columns.send,
            cell: ({ supplier, supplier_name, standing }) => (
              <Checkbox
                aria-label={supplier_name}
                disabled={standing !== 'ready'}
                checked={standing === 'ready' && !left.includes(supplier)}
                onChange={(event) =>
                  setLeft(
                    event.currentTarget.checked
                      ? left.filter((one) => one !== supplier)
                      : [...left, supplier],
                  )
                }
              />
            ),
          },
          {
            title: words.columns.supplier,
            is: 'head',
            cell: ({ supplier, supplier_name }) => (
              <Link to={`/suppliers/${supplier}`}>{supplier_name}</Link>
            ),
          },
          {
            title: words.columns.to,
            cell: ({ name, email }) => [name, email].filter(Boolean).join(', '),
          },
          {
            title: words.columns.standing,
            tone: ({ standing }) => (standing === 'no_address' ? 'ask' : undefined),
            cell: ({ standing }) => words.standing[standing],
          },
        ]}
      />
      <div className="row">
        <NativeSelect
          name="language"
          label={words.language}
          defaultValue={language}
          data={[
            { value: 'nl', label: 'Nederlands' },
            { value: 'en', label: 'English' },
          ]}
        />
        <DateField name="until" label={words.until} defaultValue={usual} required />
        <Button type="submit" disabled={picked.length === 0} loading={sent.isPending}>
          {words.send(picked.length)}
        </Button>
      </div>
      {!preview.can_mail && <p className="quiet">{words.noMail}</p>}
      <Refusal error={sent.error} />
      {sent.data !== undefined && <Went items={sent.data.items} />}
    </form>
  )
}

type Items = AnswerOf<'POST /api/v1/chain/rounds'>['items']

/** What went out, with the links that are told once. */
function Went({ items }: { readonly items: Items }) {
  const { round: words } = useEventWords()
  return (
    <output>
      <p>{words.sent(items.filter(({ code }) => code === null).length)}</p>
      <ul className="plain">
        {items
          .filter(({ code, link }) => code !== null || link !== null)
          .map(({ supplier, supplier_name, link }) => (
            <li key={supplier}>
              {supplier_name}:{' '}
              {link === null ? (
                <span className="broken">{words.failed}</span>
              ) : (
                <span className="mono handed">{link}</span>
              )}
            </li>
          ))}
      </ul>
    </output>
  )
}
