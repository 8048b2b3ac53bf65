// SPDX-License-Identifier: EUPL-1.2
import type { Value, Values } from '../field.ts'
import type { KindName } from '../kind-names.ts'

interface Step {
  /** As they would stand. */
  readonly values: Values
  /** Where it would go; undefined when it stays. */
  readonly to: string | undefined
  readonly changed: readonly string[]
}

interface Matter {
  readonly isOne: (step: Step) => boolean
  /** What it comes to; `none` where no money is in it, undefined where nobody has written it down. */
  readonly euros: (values: Values) => number | 'none' | undefined
}

const into =
  (state: string) =>
  ({ to }: Step) =>
    to === state
const noMoney = () => 'none' as const
const amount =
  (...fields: readonly string[]) =>
  (values: Values) => {
    const known = fields.flatMap((name) => numberIn(values[name]) ?? [])
    return known.length === 0 ? undefined : known.reduce((sum, one) => sum + one, 0)
  }

const limits = ['target', 'green_limit', 'amber_limit', 'direction', 'limits_set_by']

/** What comes into force on the word of the board alone, or of whom the board has handed it to. */
export const matters: Readonly<Partial<Record<KindName, Matter>>> = {
  'policy-version': { isOne: into('approved'), euros: noMoney },
  measure: { isOne: into('approved'), euros: amount('cost_eur_once', 'cost_eur_per_year') },
  treatment: { isOne: into('chosen'), euros: amount('cost_eur_once', 'cost_eur_per_year') },
  acceptance: {
    isOne: (step) => step.to === 'accepted' && isAboveAppetite(step.values),
    euros: amount('residual_loss_eur'),
  },
  kpi: {
    isOne: ({ to, changed }) => to === 'in_use' || changed.some((name) => limits.includes(name)),
    euros: noMoney,
  },
  playbook: { isOne: into('approved'), euros: noMoney },
  budget: { isOne: into('granted'), euros: amount('granted_eur') },
  exception: { isOne: into('granted'), euros: amount('residual_loss_eur') },
}

/** What nobody has weighed against the limit may be above it. */
function isAboveAppetite(values: Values): boolean {
  const [left, limit] = [numberIn(values['residual_loss_eur']), numberIn(values['threshold_eur'])]
  const isKnown = left !== undefined && limit !== undefined
  if (isKnown && left > limit) return true
  if (typeof values['above_appetite'] === 'boolean') return values['above_appetite']
  return !isKnown
}

function numberIn(value: Value | undefined): number | undefined {
  return typeof value === 'number' ? value : undefined
}
