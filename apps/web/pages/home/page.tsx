// SPDX-License-Identifier: EUPL-1.2
import type { Session } from '../../data/session.ts'
import { Title } from '../../parts/title.tsx'
import { useWords } from '../../words/language.tsx'

export function Home({ session }: { readonly session: Session }) {
  const { home, roles } = useWords()
  const held = session.organisation?.roles ?? []
  return (
    <>
      <Title name={home.title} />
      <p className="quiet">{held.map((role) => roles[role] ?? role).join(', ')}</p>
      <p>{home.empty}</p>
    </>
  )
}
