// SPDX-License-Identifier: EUPL-1.2
import { Link } from 'react-router'
import type { Session } from '../../data/session.ts'
import { useWords } from '../../words/language.tsx'

/** Nothing is measured yet: what this page will show, and where to begin. */
export function Start({ session }: { readonly session: Session }) {
  const { home, roles } = useWords()
  const held = session.organisation?.roles ?? []
  return (
    <>
      <p className="quiet">{held.map((role) => roles[role] ?? role).join(', ')}</p>
      <p>{home.empty}</p>
      <ol>
        {home.steps.map(([to, text]) => (
          <li key={to}>
            <Link to={to ?? '/'}>{text}</Link>
          </li>
        ))}
      </ol>
    </>
  )
}
