// SPDX-License-Identifier: EUPL-1.2
import { Modal } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { type Session, signedOut } from '../data/session.ts'
import { Choose } from '../pages/door/choose.tsx'
import { SetSecondFactor } from '../pages/door/set-second-factor.tsx'
import { ShowSecondFactor } from '../pages/door/show-second-factor.tsx'
import { SignIn } from '../pages/door/sign-in.tsx'
import { useWords } from '../words/language.tsx'

/**
 * Signing in again over the page that stays as it was, with what was typed in it. The page is out
 * of sight meanwhile: whoever sits there may be somebody else.
 */
export function Again({ session }: { readonly session: Session | null }) {
  const { signInAgain: words, nav } = useWords()
  const queries = useQueryClient()
  // The door names the window; the page behind it gets its name back.
  const [name] = useState(() => document.title)
  useEffect(
    () => () => {
      document.title = name
    },
    [name],
  )
  return (
    <Modal
      opened
      onClose={() => {}}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      title={words.title}
      overlayProps={{ backgroundOpacity: 1, color: 'var(--paper)' }}
    >
      <p>{words.text}</p>
      {session === null ? (
        <SignIn />
      ) : session.next === 'show-second-factor' ? (
        <ShowSecondFactor session={session} />
      ) : session.next === 'set-up-second-factor' ? (
        <SetSecondFactor />
      ) : (
        <Choose session={session} />
      )}
      <p>
        <button type="button" className="sort quiet" onClick={() => signedOut(queries)}>
          {nav.signOut}
        </button>
      </p>
    </Modal>
  )
}
