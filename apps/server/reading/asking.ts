// SPDX-License-Identifier: EUPL-1.2
import type { Caller } from '../http/caller.ts'
import { Refused } from '../http/problems.ts'
import { dayIn } from '../identity/roles.ts'
import type { Told } from '../storage/changes/change.ts'
import type { Database } from '../storage/dialect.ts'
import {
  type Around,
  organisationName,
  recordsOf,
  referring,
  type StoredRecord,
  textOf,
  timeZone,
  withAccount,
} from './around.ts'
import { makeLink } from './links.ts'
import { type Audience, isStill, peopleOf, tongueOf } from './people.ts'
import { askingFor } from './receipts.ts'

export interface Asking {
  readonly version: string
  readonly audience: Audience
  readonly persons?: readonly string[] | undefined
  readonly due_on?: string | undefined
  readonly valid_days: number
}

export interface Reached {
  asked: number
  already: number
  mailed: number
  with_account: number
  readonly links: { receipt: string; person: string; name: string; link: string }[]
}

/** `version`: none that is approved. `persons`: somebody who is not there, or has left. */
export type AskRefusal = 'version' | 'persons'

/** Puts an approved version before people; whoever was asked before is left as it is. */
export async function askToRead(
  around: Around,
  caller: Caller,
  asking: Asking,
): Promise<Reached | AskRefusal> {
  const { storage, clock } = around
  const now = clock()
  const found = await storage.read(caller.tenant, async (db) => {
    const today = dayIn(await timeZone(db), now)
    const version = (await recordsOf(db, 'policy-version', [asking.version])).get(asking.version)
    const persons =
      asking.persons === undefined
        ? await peopleOf(db, { audience: asking.audience, today })
        : [...(await recordsOf(db, 'person', asking.persons)).values()]
    const wanted = new Set(asking.persons ?? persons.map(({ id }) => id)).size
    const areThere = persons.length === wanted && persons.every((one) => isStill(one, today))
    return { version, persons, areThere, receipts: await receiptsOf(db, asking.version) }
  })
  if (found.version?.state !== 'approved' || found.version.retired !== null) return 'version'
  if (!found.areThere) return 'persons'
  const asked = new Set(found.receipts.map(({ values }) => textOf(values, 'person')))
  const fresh = found.persons.filter(({ id }) => !asked.has(id))
  // Together: the log takes them in one stroke.
  const told = await Promise.all(
    fresh.map((person) => {
      const receipt = { version: asking.version, person: person.id, dueOn: asking.due_on }
      return storage.apply(caller.tenant, askingFor(receipt, caller, now))
    }),
  )
  // Somebody else who asked the same person just now was first; that is as good.
  const refused = told.find((one) => one.outcome === 'refused' && !isTaken(one))
  if (refused?.outcome === 'refused') throw new Refused(refused.step.refusal)
  const made = told.flatMap((one) =>
    one.outcome === 'done' && one.done.record !== null ? [one.done.record] : [],
  )
  const reached = await reach(around, caller, {
    receipts: made,
    version: found.version,
    template: 'policy-to-read',
    validDays: asking.valid_days,
  })
  return { ...reached, already: found.persons.length - made.length }
}

function isTaken(told: Told): boolean {
  return told.outcome === 'refused' && told.step.refusal === 'natural-key-taken'
}

/** Everybody who was asked and has not read it hears of it again, with a link that is new. */
export async function remindToRead(
  around: Around,
  caller: Caller,
  { version: id, validDays }: { readonly version: string; readonly validDays: number },
): Promise<Reached | AskRefusal> {
  const now = around.clock()
  const found = await around.storage.read(caller.tenant, async (db) => {
    const today = dayIn(await timeZone(db), now)
    const version = (await recordsOf(db, 'policy-version', [id])).get(id)
    const receipts = (await receiptsOf(db, id)).filter(({ state }) => state === 'asked')
    const people = await recordsOf(db, 'person', receipts.map(personOf))
    const open = receipts.filter((one) => {
      const person = people.get(personOf(one))
      return person !== undefined && isStill(person, today)
    })
    return { version, open }
  })
  const { version, open } = found
  if (version?.state !== 'approved' || version.retired !== null) return 'version'
  return reach(around, caller, {
    receipts: open,
    version,
    template: 'policy-reminder',
    validDays,
  })
}

interface Reaching {
  readonly receipts: readonly StoredRecord[]
  readonly version: StoredRecord
  readonly template: 'policy-to-read' | 'policy-reminder'
  readonly validDays: number
}

/** By mail where there is an address; a link where there is no account. */
async function reach(around: Around, caller: Caller, asked: Reaching): Promise<Reached> {
  const { receipts } = asked
  const reached: Reached = {
    asked: receipts.length,
    already: 0,
    mailed: 0,
    with_account: 0,
    links: [],
  }
  if (receipts.length === 0) return reached
  await around.storage.write(caller.tenant, async (db) => {
    const people = await recordsOf(db, 'person', receipts.map(personOf))
    const accounts = await withAccount(db)
    const organisation = await organisationName(db)
    const policies = await recordsOf(db, 'policy', [textOf(asked.version.values, 'policy') ?? ''])
    const policy = textOf([...policies.values()][0]?.values, 'name') ?? ''
    for (const receipt of receipts) {
      const person = people.get(personOf(receipt))
      if (person === undefined) continue
      const hasAccount = accounts.has(person.id)
      if (hasAccount) reached.with_account += 1
      const link = hasAccount
        ? `${around.origin()}/reading`
        : await linkOf(around, caller, { db, receipt: receipt.id, validDays: asked.validDays })
      const values = { organisation, policy, link, ...dueOf(receipt) }
      const isMailed = await mailTo(around, db, { person, template: asked.template, values })
      if (isMailed) reached.mailed += 1
      else if (!hasAccount) {
        const name = textOf(person.values, 'name') ?? ''
        reached.links.push({ receipt: receipt.id, person: person.id, name, link })
      }
    }
  })
  return reached
}

function dueOf({ values }: StoredRecord): { dueOn?: string } {
  const due = textOf(values, 'due_on')
  return due === null ? {} : { dueOn: due }
}

interface Letter {
  readonly person: StoredRecord
  readonly template: Reaching['template']
  readonly values: Readonly<Record<string, string>>
}

async function mailTo(
  { sendMail }: Around,
  db: Database,
  { person, template, values }: Letter,
): Promise<boolean> {
  const to = textOf(person.values, 'email')
  if (to === null || sendMail === undefined) return false
  return sendMail(db, { to, template, language: tongueOf(person) ?? 'nl', values })
}

interface Linked {
  readonly db: Database
  readonly receipt: string
  readonly validDays: number
}

/** What stands behind the sign is never sent to a server, nor told to where a page leads. */
export async function linkOf(
  { origin, clock }: Around,
  { tenant, actor }: Caller,
  { db, receipt, validDays }: Linked,
): Promise<string> {
  const made = { tenant, receipt, by: actor.person, now: clock(), validDays }
  const { token } = await makeLink(db, made)
  return `${origin()}/read#${token}`
}

export function receiptsOf(db: Database, version: string): Promise<readonly StoredRecord[]> {
  return referring(db, { kind: 'read-receipt', field: 'policy_version', target: version })
}

function personOf({ values }: StoredRecord): string {
  return textOf(values, 'person') ?? ''
}
