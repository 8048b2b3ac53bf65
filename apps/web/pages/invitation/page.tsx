// SPDX-License-Identifier: EUPL-1.2
import { Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { api } from '../../data/api.ts'
import { useKeptForm } from '../../data/kept.ts'
import { useSession, useSignedIn } from '../../data/session.ts'
import { Ready, Refusal } from '../../parts/state.tsx'
import { Title } from '../../parts/title.tsx'
import { useWords } from '../../words/language.tsx'
import { Door } from '../door/page.tsx'

interface Answer {
  readonly name?: string
  readonly password?: string
}

export function Invitation() {
  const words = useWords()
  const token = location.hash.slice(1)
  const { kept, forget } = useKeptForm('draft/invitation', sessionStorage)
  const session = useSession()
  const signedIn = useSignedIn()
  const go = useNavigate()
  const looked = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => api.call('POST /api/v1/invitations/look', { body: { token } }),
  })
  const accepted = useMutation({
    mutationFn: (answer: Answer) =>
      api.call('POST /api/v1/invitations/accept', { body: { token, ...answer } }),
    onSuccess: (result) => {
      forget()
      signedIn(result)
      void go('/', { replace: true })
    },
  })
  const { invitation, setup, roles } = words
  return (
    <Ready of={looked}>
      {({ organisation, role, email, name, hasAccount }) =>
        hasAccount && session.data === null ? (
          <Door session={null} />
        ) : (
          <main id="content" className="narrow-page">
            <Title name={invitation.title} />
            <p>{invitation.text(organisation, roles[role] ?? role)}</p>
            <Refusal error={accepted.error} />
            <form {...kept} action={(form) => accepted.mutate(hasAccount ? {} : answerOf(form))}>
              <Stack>
                {!hasAccount && (
                  <>
                    <TextInput label={setup.email} value={email} readOnly autoComplete="username" />
                    <TextInput
                      name="name"
                      autoComplete="name"
                      label={setup.name}
                      defaultValue={name ?? ''}
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
                  </>
                )}
                <Button type="submit" loading={accepted.isPending}>
                  {invitation.accept}
                </Button>
              </Stack>
            </form>
          </main>
        )
      }
    </Ready>
  )
}

function answerOf(form: FormData): Answer {
  return { name: String(form.get('name')), password: String(form.get('password')) }
}
