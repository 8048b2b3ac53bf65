// SPDX-License-Identifier: EUPL-1.2
import { useId } from 'react'
import { useDemoEntry, useDemoPeople } from '../data/demo.ts'
import { useSession } from '../data/session.ts'
import { demoEn } from '../words/demo-en.ts'
import { demoNl } from '../words/demo-nl.ts'
import { useLanguage } from '../words/language.tsx'
import './demo-bar.css'

/** Above every page of the example factory: that nothing here is real, and whose eyes one uses. */
export function DemoBar({ token }: { readonly token: string }) {
  const { words, language } = useLanguage()
  const own = { nl: demoNl, en: demoEn }[language]
  const choice = useId()
  const people = useDemoPeople(token)
  const session = useSession()
  const entry = useDemoEntry(token)
  if (people.error !== null) return null
  return (
    <aside className="demo-bar no-print" aria-label={own.title}>
      <span>{own.what}</span>
      <label htmlFor={choice}>{own.as}</label>
      <select
        id={choice}
        value={session.data?.account.id ?? ''}
        disabled={entry.isPending}
        onChange={(event) => entry.mutate(event.currentTarget.value)}
      >
        {session.data == null && <option value="">{own.choose}</option>}
        {(people.data ?? []).map(({ account, name, role }) => (
          <option key={account} value={account}>
            {name}, {words.roles[role] ?? role}
          </option>
        ))}
      </select>
    </aside>
  )
}
