// SPDX-License-Identifier: EUPL-1.2
import { NavLink } from 'react-router'
import { useVulnerabilityWords } from './words.ts'

/** Three ways to look at the same. */
export function Tabs() {
  const words = useVulnerabilityWords()
  const places = [
    ['/vulnerabilities', words.queue],
    ['/vulnerabilities/advisories', words.advisories],
    ['/vulnerabilities/products', words.products],
  ] as const
  return (
    <nav aria-label={words.title} className="tabs no-print">
      {places.map(([to, name]) => (
        <NavLink key={to} to={to} end>
          {name}
        </NavLink>
      ))}
    </nav>
  )
}
