// SPDX-License-Identifier: EUPL-1.2
import { Button, Stack } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { api } from '../../data/api.ts'
import { type Session, useSignedIn } from '../../data/session.ts'
import { Refusal } from '../../parts/state.tsx'
import { Title } from '../../parts/title.tsx'
import { useWords } from '../../words/language.tsx'

export function Choose({ session }: { readonly session: Session }) {
  const { choose } = useWords()
  const signedIn = useSignedIn()
  const chosen = useMutation({
    mutationFn: (organisation: string) =>
      api.call('POST /api/v1/session/organisation', { body: { organisation } }),
    onSuccess: signedIn,
  })
  return (
    <>
      <Title name={choose.title} />
      <Refusal error={chosen.error} />
      {session.organisations.length === 0 && <p>{choose.none}</p>}
      <Stack>
        {session.organisations.map(({ id, name }) => (
          <Button key={id} variant="default" onClick={() => chosen.mutate(id)}>
            {name}
          </Button>
        ))}
      </Stack>
    </>
  )
}
