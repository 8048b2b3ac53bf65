// SPDX-License-Identifier: EUPL-1.2
import { NavLink } from 'react-router'
import { useVulnerabilityWords } from './words.ts'

/** Ways to look at the same, and what one makes oneself. */
export function Tabs() {
  const words = useVulnerabilityWords()
  const places = [
    ['/vulnerabilities', words.queue],
    ['/vulnerabilities/advisories', words.advisories],
    ['/vulnerabilities/products', words.products],
    ['/vulnerabilities/components', words.softwareInside],
    ['/vulnerabilities/own', words.own],
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
