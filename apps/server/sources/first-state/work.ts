// SPDX-License-Identifier: EUPL-1.2
import { personNamed } from './people.ts'
import { line, lines, numbered } from './plan.ts'
import { euros } from './processes.ts'
import type { State } from './state.ts'

const source = 'baseline.json'

/** Every contradiction between what is claimed and what was seen. */
export function addFindings({ plan, baseline, today, sentence }: State): void {
  for (const [at, found] of (baseline?.contradictions ?? []).entries()) {
    const [claim, seen] = [sentence(found.claim), sentence(found.seen)]
    const frames = found.frames.slice(0, 20).map(({ capture, frame }) => `${capture} #${frame}`)
    const values = {
      code: numbered(at),
      name: line(seen, 200),
      description: lines(claim, seen, frames.join(', ')),
      origin: 'measurement',
      severity: found.severity,
      requirements: found.requirements,
      assets: found.assets.flatMap((one) => plan.find('asset', one) ?? []),
      found_on: today,
    }
    plan.add('finding', [found.id], values, { source: `${source}: ${found.id}` })
  }
}

export function addActions({ plan, baseline, sentence }: State): void {
  for (const [at, action] of (baseline?.actions ?? []).entries()) {
    const from = [
      ...action.risks.flatMap((one) => plan.find('risk', one) ?? []),
      ...action.contradictions.flatMap((one) => plan.find('finding', one) ?? []),
    ]
    const values = {
      code: numbered(at),
      name: line(sentence(action.title), 200),
      description: lines(sentence(action.title)),
      origin: 'roadmap',
      sources: [...new Set(from)],
      requirements: action.requirements,
      owner: personNamed(plan, action.owner, source),
      wave: waveOf(action.week),
      due_on: action.due,
      first_due_on: action.due,
      cost_eur: euros(action.cost_eur?.high_eur),
    }
    plan.add('action', [action.id], values, { source: `${source}: ${action.id}` })
  }
}

/** Weeks of thirteen. */
function waveOf(week: number): string {
  if (week <= 4) return 'days_30'
  return week <= 8 ? 'days_60' : 'days_90'
}

export function addDecisions({ plan, baseline, sentence }: State): void {
  for (const [at, decision] of (baseline?.decisions ?? []).entries()) {
    const question = sentence(decision.question)
    const [, own] = /^own\/(.+)$/.exec(decision.id) ?? []
    const values = {
      code: own === undefined ? numbered(at) : line(own, 40),
      name: line(question, 200),
      question: lines(question),
      body: 'board',
      proposed_by: personNamed(plan, decision.proposed_by, source),
      if_yes: lines(decision.if_yes === null ? null : sentence(decision.if_yes)),
      if_no: lines(decision.if_no === null ? null : sentence(decision.if_no)),
      cost_eur: euros(decision.money?.high_eur),
      due_on: decision.due,
      about: aboutOf(plan, decision.id),
    }
    plan.add('decision', [decision.id], values, { source: `${source}: ${decision.id}` })
  }
}

/** Whether to treat or accept a risk is about that risk. */
function aboutOf(plan: State['plan'], id: string): readonly string[] {
  const [kind = '', ...rest] = id.split('/')
  const risk = kind === 'treat_risk' ? plan.find('risk', rest.join('/')) : undefined
  return risk === undefined ? [] : [risk]
}
