// SPDX-License-Identifier: EUPL-1.2

import { useStanding } from '../../data/standing.ts'
import { Glossed } from '../../parts/glossed.tsx'
import { Ready } from '../../parts/state.tsx'
import { Title } from '../../parts/title.tsx'
import { useLanguage } from '../../words/language.tsx'
import { PathList } from './list.tsx'
import { startWords } from './steps.ts'

/** Where am I, what is next: the first ninety days. */
export function FirstDays() {
  const { language } = useLanguage()
  const own = startWords(language)
  const query = useStanding('')
  return (
    <>
      <Title name={own.title} />
      <p>
        <Glossed text={own.intro} />
      </p>
      <Ready of={query}>{({ standing }) => <PathList path={standing.path} />}</Ready>
    </>
  )
}
