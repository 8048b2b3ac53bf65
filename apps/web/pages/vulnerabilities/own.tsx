// SPDX-License-Identifier: EUPL-1.2
import { Button, Checkbox, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { Link } from 'react-router'
import { useMay } from '../../data/may.ts'
import {
  type OwnAdvisories,
  type OwnAdvisory,
  useOwnAdvisories,
  useOwnPublishing,
  usePublish,
} from '../../data/own-advisories.ts'
import { Glossed } from '../../parts/glossed.tsx'
import { Ready, Refusal } from '../../parts/state.tsx'
import { Table } from '../../parts/table.tsx'
import { Title } from '../../parts/title.tsx'
import { dayAndTime } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import type { OwnAdvisoryWords } from '../../words/pages/own-advisories-nl.ts'
import { spoken } from '../../words/spoken.ts'
import { Tabs } from './tabs.tsx'
import './vulnerabilities.css'

const useOwnWords = spoken<OwnAdvisoryWords>({
  nl: async () => (await import('../../words/pages/own-advisories-nl.ts')).ownAdvisoriesNl,
  en: async () => (await import('../../words/pages/own-advisories-en.ts')).ownAdvisoriesEn,
})

/** Advisories about one's own products, and whether the world may read them. */
export function OwnAdvisoriesPage() {
  const words = useOwnWords()
  const mayDo = useMay()
  const found = useOwnAdvisories()
  return (
    <>
      <Title name={words.title} />
      <Tabs />
      <p className="prose">
        <Glossed text={words.text} />
      </p>
      <p className="pager">
        <Link to="/registers/products">{words.registers.products}</Link>
        <Link to="/registers/product-vulnerabilities">{words.registers.vulnerabilities}</Link>
        <Link to="/registers/product-advisories">{words.registers.advisories}</Link>
      </p>
      <Ready of={found}>
        {({ settings, items }) => (
          <>
            {items.length === 0 ? <p>{words.empty}</p> : <Rows items={items} />}
            <Settings settings={settings} isKeeper={mayDo('change', 'organisation')} />
          </>
        )}
      </Ready>
    </>
  )
}

function Rows({ items }: { readonly items: readonly OwnAdvisory[] }) {
  const words = useOwnWords()
  const { language } = useLanguage()
  const named = (code: string) => words.problems[code] ?? words.rule(code.replace('csaf-', ''))
  return (
    <Table<OwnAdvisory>
      label={words.title}
      minWidth="48rem"
      rows={items}
      keyOf={({ record }) => record}
      columns={[
        {
          title: words.advisory,
          is: 'head',
          cell: ({ record, code, name }) => (
            <>
              <Link to={`/registers/product-advisories/${record}`}>{code}</Link>
              <br />
              {name}
            </>
          ),
        },
        { title: words.state, cell: ({ state }) => words.states[state] ?? state },
        {
          title: words.missing,
          cell: ({ problems, warnings }) => (
            <>
              {problems.map(named).join('; ') || words.nothing}
              {warnings.length > 0 && (
                <p className="quiet">
                  {words.better}:{' '}
                  {warnings.map((rule) => words.warnings[rule] ?? words.rule(rule)).join('; ')}
                </p>
              )}
            </>
          ),
        },
        {
          title: words.publication,
          cell: (one) => (
            <>
              {one.publication !== null && (
                <a href={one.publication.url}>
                  {words.revision(
                    one.publication.revision,
                    dayAndTime(one.publication.at, language),
                  )}
                </a>
              )}
              <Publish one={one} />
            </>
          ),
        },
      ]}
    />
  )
}

function Publish({ one }: { readonly one: OwnAdvisory }) {
  const words = useOwnWords()
  const publish = usePublish(one.record)
  return (
    <div className="pager no-print">
      <a href={`/api/v1/own-advisories/${one.record}/draft`}>{words.draft}</a>
      {one.state === 'published' && one.problems.length === 0 && (
        <Button
          size="compact-xs"
          variant="default"
          loading={publish.isPending}
          onClick={() => publish.mutate()}
        >
          {one.publication === null ? words.publish : words.again}
        </Button>
      )}
      <Refusal error={publish.error} />
    </div>
  )
}

function Settings({
  settings,
  isKeeper,
}: {
  readonly settings: OwnAdvisories['settings']
  readonly isKeeper: boolean
}) {
  const words = useOwnWords()
  const save = useOwnPublishing()
  const [given, setGiven] = useState({
    is_on: settings.is_on,
    name: settings.name,
    namespace: settings.namespace,
    contact: settings.contact,
    address: settings.address,
  })
  const send = (event: FormEvent) => {
    event.preventDefault()
    save.mutate(given)
  }
  const field = (
    name: 'name' | 'namespace' | 'contact' | 'address',
    more: { readonly description?: string; readonly required?: boolean } = {},
  ) => (
    <TextInput
      size="xs"
      maw="30rem"
      mb="xs"
      label={words[name]}
      value={given[name]}
      maxLength={500}
      disabled={!isKeeper}
      onChange={(event) => setGiven({ ...given, [name]: event.currentTarget.value })}
      {...more}
    />
  )
  return (
    <section>
      <h2>{words.settings}</h2>
      {settings.metadata_url !== null && (
        <p>
          {words.metadata}: <span className="mono stranger">{settings.metadata_url}</span>
        </p>
      )}
      <form onSubmit={send} className="no-print">
        {field('name', { required: true })}
        {field('namespace', { required: true })}
        {field('contact', { description: words.contactHelp })}
        {field('address', { required: true, description: words.addressHelp })}
        <Checkbox
          mb="xs"
          label={words.isOn}
          checked={given.is_on}
          disabled={!isKeeper}
          onChange={(event) => setGiven({ ...given, is_on: event.currentTarget.checked })}
        />
        {isKeeper && (
          <Button size="xs" type="submit" loading={save.isPending}>
            {words.save}
          </Button>
        )}
        <Refusal error={save.error} />
      </form>
    </section>
  )
}
