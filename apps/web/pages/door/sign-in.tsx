// SPDX-License-Identifier: EUPL-1.2
import { Button, Divider, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { api } from '../../data/api.ts'
import { signInWithPasskey } from '../../data/passkeys.ts'
import { useSignedIn } from '../../data/session.ts'
import { Refusal } from '../../parts/state.tsx'
import { Title } from '../../parts/title.tsx'
import { useWords } from '../../words/language.tsx'

export function SignIn() {
  const { signIn: words } = useWords()
  const signedIn = useSignedIn()
  const byPassword = useMutation({
    mutationFn: (body: { readonly email: string; readonly password: string }) =>
      api.call('POST /api/v1/sign-in/password', { body }),
    onSuccess: signedIn,
  })
  const byPasskey = useMutation({ mutationFn: signInWithPasskey, onSuccess: signedIn })
  const submit = (form: FormData) => {
    byPassword.mutate({
      email: String(form.get('email')),
      password: String(form.get('password')),
    })
  }
  return (
    <>
      <Title name={words.title} />
      <Refusal error={byPassword.error ?? byPasskey.error} />
      <form action={submit}>
        <Stack>
          <TextInput
            name="email"
            type="email"
            autoComplete="username webauthn"
            label={words.email}
            required
          />
          <PasswordInput
            name="password"
            autoComplete="current-password"
            label={words.password}
            required
          />
          <Button type="submit" loading={byPassword.isPending}>
            {words.withPassword}
          </Button>
        </Stack>
      </form>
      <Divider my="lg" label={words.or} />
      <Button
        variant="default"
        fullWidth
        mb="md"
        loading={byPasskey.isPending}
        onClick={() => byPasskey.mutate()}
      >
        {words.withPasskey}
      </Button>
      <p className="quiet">{words.invited}</p>
    </>
  )
}
