// SPDX-License-Identifier: EUPL-1.2
import type { Session } from '../../data/session.ts'
import { Choose } from './choose.tsx'
import { SetSecondFactor } from './set-second-factor.tsx'
import { ShowSecondFactor } from './show-second-factor.tsx'
import { SignIn } from './sign-in.tsx'

/** Whatever stands between somebody and the registers, one thing at a time. */
export function Door({ session }: { readonly session: Session | null }) {
  return (
    <main id="content" className="narrow-page">
      {session === null ? (
        <SignIn />
      ) : session.next === 'show-second-factor' ? (
        <ShowSecondFactor session={session} />
      ) : session.next === 'set-up-second-factor' ? (
        <SetSecondFactor />
      ) : (
        <Choose session={session} />
      )}
    </main>
  )
}
