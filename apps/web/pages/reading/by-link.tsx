// SPDX-License-Identifier: EUPL-1.2
import { Problem } from '@schouw/contract/client'
import { useEffect, useRef } from 'react'
import { type ByLink, saveByLink, useByLink, useConfirmByLink } from '../../data/reading.ts'
import { OtherLanguages } from '../../parts/other-languages.tsx'
import { Ready } from '../../parts/state.tsx'
import { Title } from '../../parts/title.tsx'
import { dayAndTime } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { TextToRead } from './text.tsx'
import { useReadingWords } from './words.ts'

/** For somebody without an account: one text, in the person's own language, and nothing else. */
export function ReadByLink() {
  const words = useReadingWords()
  // Behind the sign it is sent to no server and told to no other page.
  const token = location.hash.slice(1)
  const found = useByLink(token)
  const isGone = found.error instanceof Problem && found.error.body.code === 'link-refused'
  return (
    <main id="content" className="narrow-page">
      {isGone || token === '' ? (
        <>
          <Title name={words.gone.title} />
          <p>{words.gone.text}</p>
        </>
      ) : (
        <Ready of={found}>{(text) => <Opened text={text} token={token} />}</Ready>
      )}
    </main>
  )
}

function Opened({ text, token }: { readonly text: ByLink; readonly token: string }) {
  const { language, speak } = useLanguage()
  const words = useReadingWords()
  const confirm = useConfirmByLink(token)
  const isSpoken = useRef(false)
  useEffect(() => {
    if (isSpoken.current) return
    isSpoken.current = true
    if (text.language !== null && text.language !== language) speak(text.language)
  }, [text.language, language, speak])
  return (
    <>
      <p className="quiet">
        {text.organisation} <OtherLanguages />
      </p>
      <TextToRead
        text={text}
        heading={
          <>
            <Title name={text.policy} />
            <p>{words.hello(text.name, text.organisation)}</p>
          </>
        }
        confirm={() => confirm.mutate()}
        isBusy={confirm.isPending}
        error={confirm.error}
        openFile={() => void saveByLink(token, text.file?.name ?? text.policy)}
      />
      <p className="quiet">
        {words.own} {words.until(dayAndTime(text.expires_at, language))}
      </p>
    </>
  )
}
