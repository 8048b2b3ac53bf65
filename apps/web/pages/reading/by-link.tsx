// SPDX-License-Identifier: EUPL-1.2
import { type ByLink, saveByLink, useByLink, useConfirmByLink } from '../../data/reading.ts'
import { BehindLink, linkToken, useSpokenOnce } from '../../parts/behind-link.tsx'
import { OtherLanguages } from '../../parts/other-languages.tsx'
import { Title } from '../../parts/title.tsx'
import { dayAndTime } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { TextToRead } from './text.tsx'
import { useReadingWords } from './words.ts'

/** For somebody without an account: one text, in the person's own language, and nothing else. */
export function ReadByLink() {
  const words = useReadingWords()
  const token = linkToken()
  const found = useByLink(token)
  return (
    <BehindLink token={token} of={found} gone={words.gone}>
      {(text) => <Opened text={text} token={token} />}
    </BehindLink>
  )
}

function Opened({ text, token }: { readonly text: ByLink; readonly token: string }) {
  const { language } = useLanguage()
  const words = useReadingWords()
  const confirm = useConfirmByLink(token)
  useSpokenOnce(text.language)
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
