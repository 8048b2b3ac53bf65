// SPDX-License-Identifier: EUPL-1.2
import { Title } from '../parts/title.tsx'
import { useWords } from '../words/language.tsx'

export function Missing() {
  const { missing } = useWords()
  return (
    <>
      <Title name={missing.title} />
      <p>{missing.text}</p>
    </>
  )
}
