// SPDX-License-Identifier: EUPL-1.2
import { Alert, Button, Group, PasswordInput } from '@mantine/core'
import { Problem } from '@schouw/contract/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../data/api.ts'
import { type Session, signedOut } from '../../data/session.ts'
import { steppedUp } from '../../data/step-up.ts'
import { Glossed } from '../../parts/glossed.tsx'
import { Refusal } from '../../parts/state.tsx'
import { useWords } from '../../words/language.tsx'

/** The end of one's own account: said what goes and what stays, asked twice, proven once more. */
export function Closing({ session }: { readonly session: Session }) {
  const { closing, cancel } = useWords()
  const queries = useQueryClient()
  const [isAsked, setAsked] = useState(false)
  const { totp, passkeys } = session.factors
  const needsPassword = !totp && passkeys === 0
  const close = useMutation({
    mutationFn: (password: string | undefined) => {
      const body = password === undefined ? {} : { password }
      return steppedUp(() => api.call('POST /api/v1/account/close', { body }))
    },
    onSuccess: () => signedOut(queries),
  })
  const submit = (form: FormData) =>
    close.mutate(needsPassword ? String(form.get('password')) : undefined)
  return (
    <section aria-labelledby="closing">
      <h2 id="closing">{closing.title}</h2>
      <p className="prose">
        <Glossed text={closing.text} />
      </p>
      <p className="prose">{closing.stays}</p>
      {!isAsked ? (
        <Button variant="default" onClick={() => setAsked(true)}>
          {closing.begin}
        </Button>
      ) : (
        <form action={submit}>
          <Refused error={close.error} />
          {needsPassword && (
            <PasswordInput
              name="password"
              label={closing.password}
              autoComplete="current-password"
              required
              maw={360}
              mb="sm"
            />
          )}
          <Group>
            <Button type="submit" color="red" loading={close.isPending}>
              {closing.confirm(session.account.email)}
            </Button>
            <Button variant="default" onClick={() => setAsked(false)}>
              {cancel}
            </Button>
          </Group>
        </form>
      )}
    </section>
  )
}

function Refused({ error }: { readonly error: unknown }) {
  const { closing } = useWords()
  if (!(error instanceof Problem) || error.body.code !== 'last-admitter') {
    return <Refusal error={error} />
  }
  const names = (error.body.errors ?? []).map(({ organisation }) => String(organisation))
  return (
    <Alert color="red" variant="outline" role="alert" my="sm">
      {closing.lastAdmitter(names.join(', '))}
    </Alert>
  )
}
