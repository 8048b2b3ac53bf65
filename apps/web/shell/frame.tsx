// SPDX-License-Identifier: EUPL-1.2
import { Button, Menu, useMantineColorScheme } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link, NavLink, useNavigate } from 'react-router'
import { type Session, signOut } from '../data/session.ts'
import { useLanguage } from '../words/language.tsx'

const places = [
  ['/', 'home'],
  ['/people', 'people'],
  ['/registers', 'registers'],
] as const

/** What stands around every page of somebody who is in. */
export function Frame({
  session,
  children,
}: {
  readonly session: Session
  readonly children: ReactNode
}) {
  const { words } = useLanguage()
  return (
    <>
      <a className="skip" href="#content">
        {words.toContent}
      </a>
      <header className="top">
        <Link className="name" to="/">
          {session.organisation?.name ?? words.product}
        </Link>
        <nav aria-label={words.nav.label}>
          {places.map(([to, name]) => (
            <NavLink key={to} to={to} end={to === '/'}>
              {words.nav[name]}
            </NavLink>
          ))}
        </nav>
        <Own session={session} />
      </header>
      <main id="content" className="page" tabIndex={-1}>
        {children}
      </main>
    </>
  )
}

function Own({ session }: { readonly session: Session }) {
  const { words, language, speak } = useLanguage()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const queries = useQueryClient()
  const go = useNavigate()
  const next = colorScheme === 'dark' ? 'light' : 'dark'
  return (
    <Menu position="bottom-end" keepMounted={false}>
      <Menu.Target>
        <Button variant="default" size="xs">
          {session.account.name}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void go('/account')}>{words.nav.account}</Menu.Item>
        <Menu.Item onClick={() => speak(language === 'nl' ? 'en' : 'nl')}>
          {words.otherLanguage}
        </Menu.Item>
        <Menu.Item onClick={() => setColorScheme(next)}>{words.nav[next]}</Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => void signOut(queries)}>{words.nav.signOut}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
