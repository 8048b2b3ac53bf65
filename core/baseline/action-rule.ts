// SPDX-License-Identifier: EUPL-1.2
import type { CheckId, MeasureResult } from '@schouw/core/assurance'
import type { Action, DirectorTerm, InputPart, Risk, SupplierView, ZoneFlow } from './baseline.ts'
import type { Line } from './crown-jewels.ts'
import type { Finding } from './finding.ts'
import type { PersonRole } from './inputs.ts'
import type { Scene } from './scene.ts'
import type { Sentence } from './sentences.ts'

export interface ActionFacts {
  readonly scene: Scene
  readonly findings: readonly Finding[]
  readonly lines: readonly Line[]
  readonly risks: readonly Risk[]
  readonly suppliers: readonly SupplierView[]
  readonly directors: readonly DirectorTerm[]
  readonly measures: readonly MeasureResult[]
  readonly flows: readonly ZoneFlow[]
  readonly notMeasured: readonly InputPart[]
}

/** An action before it has dates and people. */
export interface ActionRule {
  readonly id: string
  readonly role: PersonRole
  /** 1–13. */
  readonly week: number
  readonly effort: Action['effort']
  /** Done by the people there, without a project or a purchase. */
  readonly isQuickWin?: boolean
  readonly requirements: readonly string[]
  /** Requirements that only this factory's measurement brings. */
  readonly alsoRequirements?: (facts: ActionFacts) => readonly string[]
  /** Findings of these checks are what it settles. */
  readonly checks?: readonly CheckId[]
  /** Undefined: not for this factory. */
  readonly title: (facts: ActionFacts, own: readonly Finding[]) => Sentence | undefined
}

type Title = ActionRule['title']

/** A title for when there is something to settle. */
export function whenFound(title: (own: readonly Finding[], facts: ActionFacts) => Sentence): Title {
  return (facts, own) => (own.length === 0 ? undefined : title(own, facts))
}

function levelOf({ measures }: ActionFacts, requirement: string): number | null {
  const all = measures.flatMap(({ requirements }) => requirements)
  return all.find(({ id }) => id === requirement)?.level ?? null
}

export function isBelow(facts: ActionFacts, requirement: string, level: number): boolean {
  return (levelOf(facts, requirement) ?? 0) < level
}

export function articleOf({ scene }: ActionFacts, duty: string): string | null {
  return scene.scope.duties.find(({ id }) => id === duty)?.article ?? null
}

export function isInScope({ scene }: ActionFacts): boolean {
  return scene.scope.entity_class !== 'out_of_scope'
}
