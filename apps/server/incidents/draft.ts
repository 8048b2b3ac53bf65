// SPDX-License-Identifier: EUPL-1.2
import type { incidentRoutes } from '@schouw/contract'
import { incidents } from '@schouw/core/board'
import { kinds, type RecordVersion, records } from '@schouw/core/registers'
import { draftTexts } from '@schouw/report/incidents'
import { type Answer, no } from '../http/answer.ts'
import type { Caller } from '../http/caller.ts'
import { newId } from '../http/ids.ts'
import type { Asked } from '../http/route.ts'
import type { Storage } from '../storage/storage.ts'

const kind = kinds['incident-report']

interface Around {
  readonly storage: Storage
  readonly caller: Caller
  readonly facts: incidents.RoomFacts
}

/** A report as a record of its own, with what the room knows; what lacks stays empty. */
export async function drafted(
  { storage, caller, facts }: Around,
  incident: string,
  asked: Asked<typeof incidentRoutes.draftIncidentReport>['body'],
): Promise<Answer> {
  const room = incidents.roomOf(facts, incident)
  const record = facts.records.incident?.find(({ id }) => id === incident)
  if (room === undefined || record === undefined) return no('not-found')
  const clock = room.clocks.find(
    ({ rule, contract }) => rule === asked.rule && contract === asked.contract,
  )
  if (clock === undefined) {
    return no('body-refused', { errors: [{ code: 'body-refused', path: '/rule' }] })
  }
  if (clock.report !== null && clock.report.state !== 'sent') {
    const { id, version } = clock.report
    return { status: 200, body: { id, version } }
  }
  const [organisation] = (facts.records.organisation ?? []).filter(isStanding)
  const zone = organisation?.values['time_zone']
  const { language } = asked
  const timeZone = typeof zone === 'string' ? zone : 'UTC'
  const texts = draftTexts(clock.items, {
    incident: record,
    organisation,
    log: room.log,
    language,
    timeZone,
  })
  const id = newId(facts.now)
  const values = {
    ...{ incident, stage: clock.stage, regime: clock.regime, rule: clock.rule, language },
    ...(clock.contract === undefined ? {} : { contract: clock.contract }),
    number: numberOf(facts, incident, clock),
    recipients: clock.recipients,
    anchor: clock.anchor,
    ...moments(clock),
    // A cell of a row is one line.
    contents: texts.flatMap(({ item, text }) =>
      text === '' ? [] : [{ item, text: text.replaceAll(/\s*\n\s*/g, '; ') }],
    ),
    prepared_by: caller.actor.person,
  }
  const told = await storage.apply(caller.tenant, {
    decide: ({ now, lookup }) =>
      records.create({ kind, id, values, actor: caller.actor, now, lookup }),
  })
  if (told.outcome !== 'refused') return { status: 201, body: { id, version: 1 } }
  const [first] = told.step.refusals
  if (first === undefined) throw new Error('a refusal without a reason')
  return no(first.code, { errors: told.step.refusals.map((one) => ({ ...one })) })
}

function isStanding({ retired }: RecordVersion): boolean {
  return retired === null
}

/** One more than the reports there are under this regime and stage, whatever became of them. */
function numberOf(
  facts: incidents.RoomFacts,
  incident: string,
  { stage, regime }: incidents.RoomClock,
): number {
  const numbers = (facts.records['incident-report'] ?? []).flatMap(({ values }) => {
    const one = values as Readonly<Record<string, unknown>>
    const isSame =
      one['incident'] === incident && one['stage'] === stage && one['regime'] === regime
    return isSame && typeof one['number'] === 'number' ? one['number'] : []
  })
  return Math.max(0, ...numbers) + 1
}

function moments({ due_at, strict_due_at }: incidents.RoomClock) {
  const utc = (text: string) => new Date(text).toISOString()
  return {
    ...(due_at === null ? {} : { due_at: utc(due_at) }),
    ...(strict_due_at === undefined ? {} : { strict_due_at: utc(strict_due_at) }),
  }
}
