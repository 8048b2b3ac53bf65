// SPDX-License-Identifier: EUPL-1.2
import { Alert, Button, TextInput } from '@mantine/core'
import { Problem } from '@schouw/contract/client'
import { summaryWords } from '@schouw/report/chain'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { TrustShown } from '../../data/customers.ts'
import { OtherLanguages } from '../../parts/other-languages.tsx'
import { Refusal } from '../../parts/state.tsx'
import { Title } from '../../parts/title.tsx'
import { useLanguage } from '../../words/language.tsx'
import { Shown } from '../customers/shown.tsx'
import { useCustomersWords } from '../customers/words.ts'
import { outside } from '../supplier-door/outside.ts'
import '../suppliers/suppliers.css'
import '../customers/customers.css'

/** For a customer with a link and a code: what one supplier of theirs shows them, without an account. */
export function TrustPage() {
  const { speak } = useLanguage()
  const { trust: words } = useCustomersWords()
  // Behind the sign it is sent to no server on the way and told to no other page.
  const token = location.hash.slice(1)
  const [code, setCode] = useState('')
  const opened = useMutation({
    mutationFn: () => outside.call('POST /api/v1/trust', { body: { token, code } }),
    onSuccess: ({ language }: TrustShown) => speak(language),
  })
  if (opened.data !== undefined) {
    return <Opened token={token} code={code} shown={opened.data} />
  }
  const isGone = opened.error instanceof Problem && opened.error.body.code === 'link-refused'
  return (
    <main id="content" className="narrow-page">
      <p className="row quiet">
        <OtherLanguages />
      </p>
      <Title name={words.title} />
      <p>{words.text}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (code.trim() !== '') opened.mutate()
        }}
      >
        <TextInput
          label={words.code}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          required
          maxLength={40}
          size="md"
          mb="md"
          autoComplete="off"
          autoCapitalize="characters"
          classNames={{ input: 'mono trust-code' }}
        />
        {isGone ? (
          <Alert color="red" variant="outline" role="alert" my="sm" title={words.gone}>
            {words.goneText}
          </Alert>
        ) : (
          <Refusal error={opened.error} />
        )}
        <Button type="submit" size="md" fullWidth loading={opened.isPending}>
          {words.open}
        </Button>
      </form>
    </main>
  )
}

interface OpenedProps {
  readonly token: string
  readonly code: string
  readonly shown: TrustShown
}

function Opened({ token, code, shown }: OpenedProps) {
  const { language } = useLanguage()
  const { trust: words } = useCustomersWords()
  const say = summaryWords(language)
  const pack = useMutation({
    mutationFn: async () => {
      const body = { token, code, language }
      const blob = (await outside.call('POST /api/v1/trust/pack', { body })) as unknown as Blob
      const link = document.createElement('a')
      link.href = URL.createObjectURL(blob)
      link.download = `${{ nl: 'bewijs', en: 'proof' }[language]}-${shown.today}.asice`
      link.click()
      URL.revokeObjectURL(link.href)
    },
  })
  return (
    <main id="content" className="narrow-page">
      <p className="row quiet">
        {say.about(shown.party_name)}
        <OtherLanguages />
      </p>
      <Title name={say.title(shown.organisation)} />
      <Shown shown={shown} />
      <section className="no-print">
        <Button variant="default" onClick={() => pack.mutate()} loading={pack.isPending}>
          {words.pack}
        </Button>
        <p className="quiet">{words.packHelp}</p>
        <Refusal error={pack.error} />
      </section>
    </main>
  )
}
