// SPDX-License-Identifier: EUPL-1.2
import { Button, Stack, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../data/api.ts'
import { makePasskey } from '../../data/passkeys.ts'
import { type Session, useSignedIn } from '../../data/session.ts'
import { QrOf } from '../../parts/qr-of.tsx'
import { Refusal } from '../../parts/state.tsx'
import { Title } from '../../parts/title.tsx'
import { useWords } from '../../words/language.tsx'

interface Made {
  readonly session: Session
  readonly codes: readonly string[] | null
}

/** Passkey or code app; with the first come recovery codes, shown until they are kept. */
export function SetSecondFactor() {
  const { secondFactor: words } = useWords()
  const signedIn = useSignedIn()
  const [made, setMade] = useState<Made | null>(null)
  const onSuccess = (result: Made) =>
    result.codes === null ? signedIn(result.session) : setMade(result)
  const passkey = useMutation({ mutationFn: makePasskey, onSuccess })
  if (made !== null) return <Codes made={made} done={() => signedIn(made.session)} />
  return (
    <>
      <Title name={words.setTitle} />
      <p>{words.setText}</p>
      <Refusal error={passkey.error} />
      <h2>{words.passkey}</h2>
      <p>{words.passkeyText}</p>
      <form action={(form) => passkey.mutate(String(form.get('name')))}>
        <Stack>
          <TextInput name="name" label={words.passkeyName} defaultValue={deviceName()} required />
          <Button type="submit" loading={passkey.isPending}>
            {words.makePasskey}
          </Button>
        </Stack>
      </form>
      <CodeApp onSuccess={onSuccess} />
    </>
  )
}

function CodeApp({ onSuccess }: { readonly onSuccess: (made: Made) => void }) {
  const { secondFactor: words } = useWords()
  const begun = useMutation({ mutationFn: () => api.call('POST /api/v1/account/totp/begin') })
  const confirmed = useMutation({
    mutationFn: (body: { readonly challenge: string; readonly code: string }) =>
      api.call('POST /api/v1/account/totp', { body }),
    onSuccess,
  })
  const { data } = begun
  return (
    <>
      <h2>{words.code}</h2>
      <Refusal error={begun.error ?? confirmed.error} />
      {data === undefined ? (
        <Button variant="default" loading={begun.isPending} onClick={() => begun.mutate()}>
          {words.startCode}
        </Button>
      ) : (
        <form
          action={(form) =>
            confirmed.mutate({ challenge: data.challenge, code: String(form.get('code')) })
          }
        >
          <Stack>
            <p>{words.codeText}</p>
            <QrOf text={data.uri} label={words.qr} />
            <p>
              {words.secret}:{' '}
              <a href={data.uri} className="mono">
                {data.secret}
              </a>
            </p>
            <TextInput
              name="code"
              label={words.sixDigits}
              inputMode="numeric"
              autoComplete="one-time-code"
              required
            />
            <Button type="submit" loading={confirmed.isPending}>
              {words.confirm}
            </Button>
          </Stack>
        </form>
      )}
    </>
  )
}

function Codes({ made, done }: { readonly made: Made; readonly done: () => void }) {
  const { secondFactor: words } = useWords()
  return (
    <>
      <Title name={words.codesTitle} />
      <p>{words.codesText}</p>
      <ul className="mono">
        {(made.codes ?? []).map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Button onClick={done}>{words.codesKept}</Button>
    </>
  )
}

function deviceName(): string {
  const { userAgent } = navigator
  const system = ['Windows', 'Android', 'iPhone', 'iPad', 'Mac', 'Linux'].find((name) =>
    userAgent.includes(name),
  )
  return system ?? ''
}
