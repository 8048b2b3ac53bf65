// SPDX-License-Identifier: EUPL-1.2
import { Button, NativeSelect, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { api } from '../../data/api.ts'
import { useKeptForm } from '../../data/kept.ts'
import { useSignedIn } from '../../data/session.ts'
import { Refusal } from '../../parts/state.tsx'
import { Title } from '../../parts/title.tsx'
import { useLanguage } from '../../words/language.tsx'

type Body = Parameters<typeof setUp>[0]

const setUp = (body: NonNullable<Parameters<typeof api.call<'POST /api/v1/setup'>>[1]>['body']) =>
  api.call('POST /api/v1/setup', body === undefined ? {} : { body })

/** The first organisation and the first account, with the link that the server printed. */
export function Setup() {
  const { words, language } = useLanguage()
  const signedIn = useSignedIn()
  const go = useNavigate()
  const token = location.hash.slice(1)
  const { kept, forget } = useKeptForm('draft/setup', sessionStorage)
  const made = useMutation({
    mutationFn: setUp,
    onSuccess: (session) => {
      forget()
      signedIn(session)
      void go('/', { replace: true })
    },
  })
  const submit = (form: FormData) => {
    const text = (name: string) => String(form.get(name) ?? '')
    const body = {
      token,
      organisation: {
        name: text('organisation'),
        jurisdiction: text('jurisdiction'),
        language,
        time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      },
      person: { name: text('name'), email: text('email') },
      password: text('password'),
    }
    made.mutate(body as Body)
  }
  const { setup } = words
  return (
    <main id="content" className="narrow-page">
      <Title name={setup.title} />
      <p>{token === '' ? setup.linkMissing : setup.intro}</p>
      <Refusal error={made.error} />
      {token !== '' && (
        <form {...kept} action={submit}>
          <Stack>
            <TextInput name="organisation" label={setup.organisation} required />
            <NativeSelect
              name="jurisdiction"
              label={setup.jurisdiction}
              data={Object.entries(setup.jurisdictions).map(([value, label]) => ({ value, label }))}
            />
            <TextInput name="name" autoComplete="name" label={setup.name} required />
            <TextInput
              name="email"
              type="email"
              autoComplete="username"
              label={setup.email}
              required
            />
            <PasswordInput
              name="password"
              autoComplete="new-password"
              label={setup.password}
              description={setup.passwordHelp}
              minLength={12}
              required
            />
            <Button type="submit" loading={made.isPending}>
              {setup.submit}
            </Button>
          </Stack>
        </form>
      )}
    </main>
  )
}
