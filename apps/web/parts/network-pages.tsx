// SPDX-License-Identifier: EUPL-1.2
import { NavLink } from 'react-router'
import { useSession } from '../data/session.ts'
import { spoken } from '../words/spoken.ts'
import './network-pages.css'

type PagesWords = typeof import('../words/pages/network-pages-nl.ts').networkPagesNl

const usePagesWords = spoken<PagesWords>({
  nl: async () => (await import('../words/pages/network-pages-nl.ts')).networkPagesNl,
  en: async () => (await import('../words/pages/network-pages-en.ts')).networkPagesEn,
})

/** Who may open all of them. */
const keepers: readonly string[] = ['ciso', 'it_manager', 'ot_engineer', 'consultant']

/** From one page about the network to the others; for whoever keeps it. */
export function NetworkPages() {
  const { label, pages } = usePagesWords()
  const roles = useSession().data?.organisation?.roles ?? []
  if (!roles.some((role) => keepers.includes(role))) return null
  return (
    <nav className="network-pages no-print" aria-label={label}>
      {pages.map(([to, name]) => (
        <NavLink key={to} to={to}>
          {name}
        </NavLink>
      ))}
    </nav>
  )
}
