// SPDX-License-Identifier: EUPL-1.2
import { Button, Checkbox, Stack, TextInput } from '@mantine/core'
import type { AnswerOf } from '@schouw/contract/client'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../data/api.ts'
import { useKeptForm } from '../../data/kept.ts'
import { Ready, Refusal } from '../../parts/state.tsx'
import { useLanguage } from '../../words/language.tsx'
import { useActing } from './acting.ts'
import { Part } from './part.tsx'
import { useAdministrationWords } from './words.ts'

type Found = AnswerOf<'GET /api/v1/identity-provider'>['provider']

/** The organisation's own way in. */
export function Provider() {
  const { provider: own } = useAdministrationWords()
  const list = useQuery({
    queryKey: ['identity-provider'],
    queryFn: () => api.call('GET /api/v1/identity-provider'),
  })
  return (
    <Part id="provider" title={own.title} text={own.text}>
      <Ready of={list}>{({ provider }) => <Form provider={provider} />}</Ready>
    </Part>
  )
}

function Form({ provider }: { readonly provider: Found }) {
  const { words: general } = useLanguage()
  const words = useAdministrationWords()
  const own = words.provider
  const { kept, forget } = useKeptForm('draft/administration/provider')
  const save = useActing('identity-provider', (form: FormData) => {
    const text = (name: string) => String(form.get(name) ?? '').trim()
    const secret = text('secret')
    return api.call('PUT /api/v1/identity-provider', {
      body: {
        ...{ name: text('name'), issuer: text('issuer'), clientId: text('client') },
        ...(secret === '' ? {} : { clientSecret: secret }),
        isEnabled: form.get('enabled') === 'on',
      },
    })
  })
  return (
    <form
      {...kept}
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate(new FormData(event.currentTarget), { onSuccess: forget })
      }}
    >
      <Stack gap="xs" maw="32rem">
        <TextInput
          name="name"
          label={words.name}
          defaultValue={provider?.name ?? ''}
          maxLength={80}
          required
        />
        <TextInput
          name="issuer"
          type="url"
          label={own.issuer}
          defaultValue={provider?.issuer ?? ''}
          required
        />
        <TextInput
          name="client"
          label={own.client}
          defaultValue={provider?.clientId ?? ''}
          required
        />
        <TextInput
          name="secret"
          type="password"
          autoComplete="off"
          label={own.secret}
          description={provider === null ? undefined : own.secretKept}
        />
        <Checkbox name="enabled" label={own.enabled} defaultChecked={provider?.isEnabled ?? true} />
        {provider !== null && (
          <p className="quiet">
            {own.redirect} <span className="mono">{provider.redirectUri}</span>
            <br />
            {own.signIn} <span className="mono">{provider.signInPath}</span>
          </p>
        )}
        <Refusal error={save.error} />
        {save.isSuccess && <output>{own.kept}</output>}
        <Button type="submit" variant="default" loading={save.isPending}>
          {general.save}
        </Button>
      </Stack>
    </form>
  )
}
