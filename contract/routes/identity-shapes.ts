// SPDX-License-Identifier: EUPL-1.2
import { roles } from '@schouw/core/registers'
import * as z from 'zod'

// Shapes that the routes about accounts share.

export const email = z.string().trim().toLowerCase().pipe(z.email().max(254))
/** What makes a good one is judged by the server, whose answer says what is wrong with it. */
export const password = z.string().min(1).max(200)
/** A link or token as it was handed out. */
export const secretText = z.string().min(20).max(300)
/** As the browser's own `toJSON` gives it. */
export const webauthn = z.looseObject({
  id: z.string().min(1).max(2000),
  rawId: z.string().max(2000),
  type: z.literal('public-key'),
  response: z.looseObject({}),
  clientExtensionResults: z.looseObject({}),
})
/** Six digits, blanks left out. */
export const code = z
  .string()
  .max(20)
  .transform((text) => text.replaceAll(' ', ''))
  .pipe(z.string().regex(/^\d{6}$/))

export const sessionBody = z.object({
  account: z.object({ id: z.uuid(), email: z.string(), name: z.string() }),
  session: z.object({
    id: z.uuid(),
    method: z.string(),
    createdAt: z.iso.datetime(),
    /** When it ends, used or not. */
    endsAt: z.iso.datetime(),
    secondFactorAt: z.iso.datetime().nullable(),
  }),
  /**
   * What stands between the session and the registers: a second factor to show or to set up, an
   * organisation to choose, no organisation at all, or nothing.
   */
  next: z.enum(['show-second-factor', 'set-up-second-factor', 'choose', 'nothing-here', 'done']),
  factors: z.object({ totp: z.boolean(), passkeys: z.int(), recoveryCodes: z.int() }),
  organisation: z
    .object({
      id: z.uuid(),
      name: z.string(),
      person: z.uuid(),
      roles: z.array(z.enum(roles)),
      /** Of roles that are held for a time. */
      until: z.iso.datetime().nullable(),
    })
    .nullable(),
  organisations: z.array(z.object({ id: z.uuid(), name: z.string() })),
})

export type SessionBody = z.infer<typeof sessionBody>
