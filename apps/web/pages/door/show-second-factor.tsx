// SPDX-License-Identifier: EUPL-1.2
import { Button, Divider, Stack, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { api } from '../../data/api.ts'
import { showPasskey } from '../../data/passkeys.ts'
import { type Session, useSignedIn } from '../../data/session.ts'
import { Refusal } from '../../parts/state.tsx'
import { Title } from '../../parts/title.tsx'
import { useWords } from '../../words/language.tsx'

interface ShowProps {
  readonly session: Session
  /** In the middle of an act: then it is no page of its own. */
  readonly onShown?: () => void
}

export function ShowSecondFactor({ session, onShown }: ShowProps) {
  const { secondFactor: words } = useWords()
  const signedIn = useSignedIn()
  const onSuccess = (next: Session) => {
    signedIn(next)
    onShown?.()
  }
  const passkey = useMutation({ mutationFn: showPasskey, onSuccess })
  const code = useMutation({
    mutationFn: (text: string) => api.call('POST /api/v1/session/totp', { body: { code: text } }),
    onSuccess,
  })
  const recovery = useMutation({
    mutationFn: (text: string) =>
      api.call('POST /api/v1/session/recovery-code', { body: { code: text } }),
    onSuccess,
  })
  return (
    <>
      {onShown === undefined && <Title name={words.showTitle} />}
      <Refusal error={passkey.error ?? code.error ?? recovery.error} />
      {session.factors.passkeys > 0 && (
        <Button fullWidth loading={passkey.isPending} onClick={() => passkey.mutate()}>
          {words.usePasskey}
        </Button>
      )}
      {session.factors.totp && (
        <form action={(form) => code.mutate(String(form.get('code')))}>
          <Stack mt="md">
            <TextInput
              name="code"
              label={words.sixDigits}
              inputMode="numeric"
              autoComplete="one-time-code"
              required
            />
            <Button type="submit" variant="default" loading={code.isPending}>
              {words.confirm}
            </Button>
          </Stack>
        </form>
      )}
      <Divider my="lg" />
      <form action={(form) => recovery.mutate(String(form.get('recovery')))}>
        <Stack>
          <TextInput name="recovery" label={words.recoveryCode} autoComplete="off" required />
          <Button type="submit" variant="default" loading={recovery.isPending}>
            {words.useRecovery}
          </Button>
        </Stack>
      </form>
    </>
  )
}
