// SPDX-License-Identifier: EUPL-1.2
import { useEffect } from 'react'
import { useDemoEntry } from '../../data/demo.ts'
import { keepDemoToken } from '../../data/demo-token.ts'
import { Refusal } from '../../parts/state.tsx'
import { Title } from '../../parts/title.tsx'
import { demoEn } from '../../words/demo-en.ts'
import { demoNl } from '../../words/demo-nl.ts'
import { useLanguage } from '../../words/language.tsx'

/** Where the link of the demonstration leads: signs in, and on to the first page. */
export function DemoEntry() {
  const { language } = useLanguage()
  const words = { nl: demoNl, en: demoEn }[language]
  const token = location.hash.slice(1)
  const { mutate, error } = useDemoEntry(token)
  useEffect(() => {
    if (token === '') return
    keepDemoToken(token)
    mutate(undefined)
  }, [token, mutate])
  return (
    <main id="content" className="narrow-page">
      <Title name={words.title} />
      <p>{token === '' || error !== null ? words.stale : words.entering}</p>
      <Refusal error={error} />
    </main>
  )
}
