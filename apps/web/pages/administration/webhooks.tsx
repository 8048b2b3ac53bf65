// SPDX-License-Identifier: EUPL-1.2
import { Button, TextInput } from '@mantine/core'
import type { AnswerOf } from '@schouw/contract/client'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../data/api.ts'
import { useKeptForm } from '../../data/kept.ts'
import { Ready, Refusal } from '../../parts/state.tsx'
import { dayAndTime } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { useActing } from './acting.ts'
import { Once, Part } from './part.tsx'
import { useAdministrationWords } from './words.ts'

type Webhook = AnswerOf<'GET /api/v1/webhooks'>['items'][number]

/** Addresses that are told of every change. */
export function Webhooks() {
  const words = useAdministrationWords()
  const own = words.webhooks
  const list = useQuery({ queryKey: ['webhooks'], queryFn: () => api.call('GET /api/v1/webhooks') })
  const { kept, forget } = useKeptForm('draft/administration/webhook')
  const make = useActing('webhooks', (form: FormData) =>
    api.call('POST /api/v1/webhooks', {
      body: { url: String(form.get('url')), description: String(form.get('purpose') ?? '') },
    }),
  )
  return (
    <Part id="webhooks" title={own.title} text={own.text}>
      <Ready of={list}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{words.none}</p>
          ) : (
            <ul className="plain">
              {items.map((one) => (
                <One key={one.id} webhook={one} />
              ))}
            </ul>
          )
        }
      </Ready>
      <form
        {...kept}
        onSubmit={(event) => {
          event.preventDefault()
          make.mutate(new FormData(event.currentTarget), { onSuccess: forget })
        }}
      >
        {make.data?.secret != null && <Once lines={[[own.title, make.data.secret]]} />}
        <div className="row">
          <TextInput name="url" type="url" label={own.url} required maxLength={2000} />
          <TextInput name="purpose" label={own.purpose} maxLength={200} />
          <Button type="submit" variant="default" loading={make.isPending}>
            {words.add}
          </Button>
        </div>
        <Refusal error={make.error} />
      </form>
    </Part>
  )
}

function One({ webhook }: { readonly webhook: Webhook }) {
  const { language } = useLanguage()
  const words = useAdministrationWords()
  const own = words.webhooks
  const { id, url, description, state, disabled_because: why, last_success_at: success } = webhook
  const params = { id }
  const turn = useActing('webhooks', (next: 'active' | 'disabled') =>
    api.call('PATCH /api/v1/webhooks/{id}', { params, body: { state: next } }),
  )
  const test = useActing('webhooks', () => api.call('POST /api/v1/webhooks/{id}/test', { params }))
  const end = useActing('webhooks', () => api.call('DELETE /api/v1/webhooks/{id}', { params }))
  const isOn = state === 'active'
  return (
    <li className="difference">
      <p>
        <span className="mono">{url}</span> {description !== '' && `· ${description} `}·{' '}
        <strong className={isOn ? undefined : 'ask'}>{own.states[state]}</strong>
        {why !== null && `, ${own.why[why]}`}
        <br />
        <span className="quiet">
          {success === null ? own.never : own.success(dayAndTime(success, language))}
        </span>
      </p>
      <Refusal error={turn.error ?? test.error ?? end.error} />
      {test.isSuccess && <output>{own.tested}</output>}
      <div className="row">
        <Button size="compact-xs" variant="default" onClick={() => test.mutate(undefined)}>
          {own.test}
        </Button>
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => turn.mutate(isOn ? 'disabled' : 'active')}
        >
          {isOn ? own.off : own.on}
        </Button>
        <Button size="compact-xs" variant="default" onClick={() => end.mutate(undefined)}>
          {words.end}
        </Button>
      </div>
    </li>
  )
}
