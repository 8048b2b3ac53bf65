// SPDX-License-Identifier: EUPL-1.2
import { Alert, Button, Group, PasswordInput, Stack, TextInput } from '@mantine/core'
import { Problem } from '@schouw/contract/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../data/api.ts'
import { makePasskey } from '../../data/passkeys.ts'
import { type Session, useSignedIn } from '../../data/session.ts'
import { steppedUp } from '../../data/step-up.ts'
import { Refusal } from '../../parts/state.tsx'
import { useWords } from '../../words/language.tsx'

/** Another passkey; beside one that is there it is made after a second factor was shown. */
export function AddPasskey() {
  const { secondFactor: words } = useWords()
  const queries = useQueryClient()
  const make = useMutation({
    mutationFn: (name: string) => steppedUp(() => makePasskey(name)),
    onSuccess: () => queries.invalidateQueries(),
  })
  return (
    <form action={(form) => make.mutate(String(form.get('name')))}>
      <Refusal error={make.error} />
      <Group align="end" mt="sm">
        <TextInput name="name" label={words.passkeyName} required w={260} />
        <Button type="submit" variant="default" loading={make.isPending}>
          {words.makePasskey}
        </Button>
      </Group>
    </form>
  )
}

export function Password() {
  const { ways, setup } = useWords()
  const signedIn = useSignedIn()
  const [isChanged, setChanged] = useState(false)
  const change = useMutation({
    mutationFn: (body: { readonly former: string; readonly password: string }) =>
      steppedUp(() => api.call('POST /api/v1/account/password', { body })),
    onMutate: () => setChanged(false),
    onSuccess: (session: Session) => {
      signedIn(session)
      setChanged(true)
    },
  })
  const text = (form: FormData, name: string) => String(form.get(name) ?? '')
  return (
    <section aria-labelledby="password">
      <h2 id="password">{ways.password}</h2>
      {isChanged && (
        <Alert variant="outline" role="status" my="sm">
          {ways.changed}
        </Alert>
      )}
      <NotChanged error={change.error} />
      <form
        action={(form) =>
          change.mutate({ former: text(form, 'former'), password: text(form, 'next') })
        }
      >
        <Stack maw={360} align="start">
          <PasswordInput
            name="former"
            label={ways.former}
            autoComplete="current-password"
            required
            w="100%"
          />
          <PasswordInput
            name="next"
            label={ways.next}
            description={setup.passwordHelp}
            autoComplete="new-password"
            minLength={12}
            required
            w="100%"
          />
          <Button type="submit" variant="default" loading={change.isPending}>
            {ways.change}
          </Button>
        </Stack>
      </form>
    </section>
  )
}

function NotChanged({ error }: { readonly error: unknown }) {
  const { ways } = useWords()
  const code = error instanceof Problem ? error.body.code : ''
  const said = { 'password-weak': ways.weak, 'sign-in-refused': ways.wrong }[code]
  if (said === undefined) return <Refusal error={error} />
  return (
    <Alert color="red" variant="outline" role="alert" my="sm">
      {said}
    </Alert>
  )
}

/** How many are left; new ones make the old ones worthless, and are shown once. */
export function RecoveryCodes({ session }: { readonly session: Session }) {
  const { ways } = useWords()
  const queries = useQueryClient()
  const make = useMutation({
    mutationFn: () => steppedUp(() => api.call('POST /api/v1/account/recovery-codes')),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['session'] }),
  })
  const { totp, passkeys, recoveryCodes } = session.factors
  if (!totp && passkeys === 0) return null
  return (
    <section aria-labelledby="codes">
      <h2 id="codes">{ways.codes}</h2>
      <p>{ways.left(recoveryCodes)}</p>
      <Refusal error={make.error} />
      {make.data !== undefined && (
        <Alert variant="outline" role="status" my="sm" maw={560}>
          <p>{ways.madeCodes}</p>
          <ul className="mono">
            {make.data.codes.map((code) => (
              <li key={code}>{code}</li>
            ))}
          </ul>
        </Alert>
      )}
      <Button variant="default" loading={make.isPending} onClick={() => make.mutate()}>
        {ways.makeCodes}
      </Button>
    </section>
  )
}
