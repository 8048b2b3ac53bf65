// SPDX-License-Identifier: EUPL-1.2
import { Button, NativeSelect, Stack, TextInput } from '@mantine/core'
import { api } from '../../data/api.ts'
import { useChainAct, useConcerns } from '../../data/chain.ts'
import { Ready, Refusal } from '../../parts/state.tsx'
import { Table } from '../../parts/table.tsx'
import { isLanguage } from '../../words/index.ts'
import { useLanguage } from '../../words/language.tsx'
import { useChainWords } from './words.ts'

type Told = NonNullable<ReturnType<typeof useConcerns>['data']>

/** What this supplier would be told, and the letter once somebody agrees to exactly that. */
export function Concerns({ supplier }: { readonly supplier: string }) {
  const { concerns: words } = useChainWords()
  return (
    <section aria-labelledby="concerns">
      <h2 id="concerns">{words.title}</h2>
      <Ready of={useConcerns(supplier)}>
        {(told) =>
          told.concerns.length === 0 ? (
            <p>{words.none}</p>
          ) : (
            <>
              <p className="prose">{words.text}</p>
              <Preview told={told} />
              {told.can_mail ? <Approve told={told} /> : <p>{words.noMail}</p>}
            </>
          )
        }
      </Ready>
    </section>
  )
}

function Preview({ told }: { readonly told: Told }) {
  const { concerns: words } = useChainWords()
  return (
    <Table
      label={words.title}
      minWidth="40rem"
      rows={told.concerns}
      keyOf={(one) => JSON.stringify(one)}
      columns={[
        {
          title: words.product,
          is: 'head',
          cell: ({ vendor, model, orderNumber, version, part }) =>
            [vendor, model, orderNumber, version, part].filter((text) => text !== '').join(' '),
        },
        {
          title: words.vulnerability,
          cell: ({ weakness, advisory }) => `${weakness} (${advisory})`,
        },
        {
          title: words.verdict,
          cell: ({ verdict, isExploited }) => (
            <>
              {words.verdicts[verdict]}
              {isExploited && <strong className="broken"> {words.exploited}</strong>}
            </>
          ),
        },
        { title: words.devices, is: 'number', cell: ({ devices }) => devices },
      ]}
    />
  )
}

function Approve({ told: { supplier, digest } }: { readonly told: Told }) {
  const { concerns: words } = useChainWords()
  const { language } = useLanguage()
  const send = useChainAct(
    (body: { name: string; email: string; language: 'nl' | 'en'; digest: string }) =>
      api.call('POST /api/v1/chain/suppliers/{id}/vulnerabilities', {
        params: { id: supplier },
        body,
      }),
  )
  return (
    <form
      className="no-print"
      onSubmit={(event) => {
        event.preventDefault()
        const form = new FormData(event.currentTarget)
        const text = (name: string) => String(form.get(name) ?? '').trim()
        const asked = text('language')
        const spoken = isLanguage(asked) ? asked : 'nl'
        send.mutate({ name: text('name'), email: text('email'), language: spoken, digest })
      }}
    >
      <Stack maw="38rem">
        <TextInput name="name" label={words.name} required maxLength={200} />
        <TextInput name="email" type="email" label={words.email} required maxLength={254} />
        <NativeSelect
          name="language"
          label={words.language}
          defaultValue={language}
          data={[
            { value: 'nl', label: words.languages.nl },
            { value: 'en', label: words.languages.en },
          ]}
        />
        <Refusal error={send.error} />
        {send.data !== undefined && (
          <p role="status">{send.data.is_mailed ? words.sent : words.notSent}</p>
        )}
        <div>
          <Button type="submit" loading={send.isPending}>
            {words.approve}
          </Button>
        </div>
      </Stack>
    </form>
  )
}
