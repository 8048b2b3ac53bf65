// SPDX-License-Identifier: EUPL-1.2
import { NavLink } from 'react-router'
import { useChainWords } from './words.ts'

/** The parts of the chain, one beside another. */
export function Tabs() {
  const { tabs } = useChainWords()
  return (
    <nav className="tabs no-print" aria-label={tabs.label}>
      <NavLink to="/suppliers" end>
        {tabs.suppliers}
      </NavLink>
      <NavLink to="/suppliers/questionnaires">{tabs.questionnaires}</NavLink>
      <NavLink to="/suppliers/remote-access">{tabs.remote}</NavLink>
      <NavLink to="/customers">{tabs.customers}</NavLink>
      <NavLink to="/suppliers/purchases">{tabs.purchases}</NavLink>
    </nav>
  )
}
