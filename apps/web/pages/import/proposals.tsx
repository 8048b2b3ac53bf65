// SPDX-License-Identifier: EUPL-1.2
import { Button, Checkbox, Group, Radio, Stack } from '@mantine/core'
import { plurals } from '@schouw/contract/client'
import { kinds } from '@schouw/core/registers'
import { registerTongue } from '@schouw/report/registers'
import { useState } from 'react'
import { Link } from 'react-router'
import {
  type Acceptance,
  type Accepted,
  type Proposal,
  useAccept,
  useProposals,
} from '../../data/sources.ts'
import { Glossed } from '../../parts/glossed.tsx'
import { Ready, Refusal } from '../../parts/state.tsx'
import { faultSentence } from '../../words/faults.ts'
import { useImportWords } from '../../words/import.ts'
import { useLanguage } from '../../words/language.tsx'
import { upper } from '../registers/page.tsx'
import { Value } from '../registers/value.tsx'
import { nameOfKey } from './key-name.ts'

/** What the source says and the register does not; nothing changes until somebody accepts it. */
export function Proposals({ id }: { readonly id: string }) {
  const { source: words } = useImportWords()
  const { words: all } = useLanguage()
  const proposals = useProposals(id)
  const accept = useAccept(id)
  return (
    <>
      <p>
        <Glossed text={words.intro} />
      </p>
      <Refusal error={accept.error} />
      {accept.data !== undefined && <Outcomes items={accept.data} />}
      <Ready of={proposals}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items)
          const sum = (name: 'same' | 'outside') =>
            pages.reduce((total, page) => total + page[name], 0)
          const open = items.filter(({ action }) => action !== 'choose').length
          return (
            <>
              {items.length === 0 && !proposals.hasNextPage && <p>{words.none}</p>}
              <p className="quiet">
                {sum('same') > 0 && words.same(sum('same'))}{' '}
                {sum('outside') > 0 && words.outside(sum('outside'))}
              </p>
              {open > 1 && (
                <Group mb="md">
                  <Button loading={accept.isPending} onClick={() => accept.mutate('all')}>
                    {words.acceptAll}
                  </Button>
                  {accept.isPending && <output className="quiet">{words.accepting}</output>}
                </Group>
              )}
              <ul className="plain">
                {items.map((one) => (
                  <One
                    key={one.digest}
                    proposal={one}
                    isBusy={accept.isPending}
                    take={(acceptance) => accept.mutate([acceptance])}
                  />
                ))}
              </ul>
              {proposals.hasNextPage && (
                <Button variant="default" mt="md" onClick={() => void proposals.fetchNextPage()}>
                  {all.more}
                </Button>
              )}
            </>
          )
        }}
      </Ready>
    </>
  )
}

function Outcomes({ items }: { readonly items: readonly Accepted[] }) {
  const { source: words } = useImportWords()
  const { language } = useLanguage()
  const counts = Map.groupBy(items, ({ outcome }) => outcome)
  const errors = items.flatMap((one) => one.errors)
  return (
    <output>
      <p className="answer">
        {[...counts]
          .map(([outcome, some]) => `${some.length} ${words.outcomes[outcome]}`)
          .join(' · ')}
      </p>
      {errors.length > 0 && (
        <ul className="broken">
          {errors.slice(0, 20).map((error, at) => (
            <li key={at}>{faultSentence(error, { language, kind: 'asset' })}</li>
          ))}
        </ul>
      )}
    </output>
  )
}

interface OneProps {
  readonly proposal: Proposal
  readonly isBusy: boolean
  readonly take: (acceptance: Acceptance) => void
}

function One({ proposal, isBusy, take }: OneProps) {
  const { source: words } = useImportWords()
  const { number, action, key, assets, set, digest, matched_by, because } = proposal
  const [asset, setAsset] = useState('')
  // What the register lacks is taken along; what it says otherwise only when asked for.
  const [fields, setFields] = useState<readonly string[]>(Object.keys(set))
  const title = `${words.actions[action]}: ${nameOfKey(key, words.unnamed)}`
  const isAll = fields.length === Object.keys(set).length && fields.every((name) => name in set)
  const chosen = action !== 'choose' ? {} : asset === 'new' ? { is_new: true as const } : { asset }
  return (
    <li className="proposal">
      <h2>{title}</h2>
      <p className="quiet">
        {action === 'change' && assets[0] !== undefined && (
          <>
            <Link to={`/registers/${plurals.asset}/${assets[0].id}`}>{assets[0].name}</Link>{' '}
          </>
        )}
        {matched_by !== null && words.matched(words.by[matched_by] ?? matched_by)}
        {because !== null && ` ${words.because[because] ?? because}`}
      </p>
      {action === 'choose' && (
        <Radio.Group label={words.which} value={asset} onChange={setAsset} my="xs">
          <Stack gap="xs" mt="xs">
            {assets.map(({ id, name }) => (
              <Radio key={id} value={id} label={name} />
            ))}
            <Radio value="new" label={words.isNew} />
          </Stack>
        </Radio.Group>
      )}
      <Fields proposal={proposal} chosen={fields} onChange={setFields} />
      <Button
        size="xs"
        mt="xs"
        loading={isBusy}
        disabled={fields.length === 0 || (action === 'choose' && asset === '')}
        aria-label={`${words.accept}: ${nameOfKey(key, words.unnamed)}`}
        onClick={() =>
          take({ number, digest, ...chosen, ...(isAll ? {} : { fields: [...fields] }) })
        }
      >
        {words.accept}
      </Button>
    </li>
  )
}

interface FieldsProps {
  readonly proposal: Proposal
  readonly chosen: readonly string[]
  readonly onChange: (fields: readonly string[]) => void
}

function Fields({ proposal: { set, differs, action }, chosen, onChange }: FieldsProps) {
  const { source: words } = useImportWords()
  const { language } = useLanguage()
  const tongue = registerTongue(language)
  const label = (name: string) => upper(tongue.field('asset', name)[0])
  const rows = [
    ...Object.entries(set).map(([name, seen]) => ({ name, seen, now: undefined as unknown })),
    ...Object.entries(differs).map(([name, { now, seen }]) => ({ name, seen, now })),
  ]
  const toggle = (name: string, isOn: boolean) =>
    onChange(isOn ? [...chosen, name] : chosen.filter((one) => one !== name))
  return (
    <div className="scroll">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{words.field}</th>
            {action === 'change' && <th scope="col">{words.now}</th>}
            <th scope="col">{words.seen}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, seen, now }) => (
            <tr key={name}>
              <td>
                <Checkbox
                  size="xs"
                  label={label(name)}
                  checked={chosen.includes(name)}
                  onChange={(event) => toggle(name, event.currentTarget.checked)}
                />
              </td>
              {action === 'change' && (
                <td>
                  <Seen name={name} value={now} />
                </td>
              )}
              <td>
                <Seen name={name} value={seen} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Seen({ name, value }: { readonly name: string; readonly value: unknown }) {
  const tongue = registerTongue(useLanguage().language)
  const fields: (typeof kinds)['asset']['fields'] = kinds.asset.fields
  const field = Object.entries(fields).find(([one]) => one === name)?.[1]
  if (field === undefined) return String(value)
  return <Value kind="asset" path={name} field={field} value={value} tongue={tongue} />
}
