// SPDX-License-Identifier: EUPL-1.2
import type { OscalRisk } from '@schouw/formats/oscal'
import type { Severity } from './item.ts'

type Props = OscalRisk['props']

/** How documents call what a finding or a risk amounts to; a chance or a damage alone is neither. */
const names = ['severity', 'risk-level', 'risk-rating', 'risk', 'residual-risk', 'initial-risk']

const words: Readonly<Record<string, Severity>> = {
  'very-low': 'low',
  low: 'low',
  minor: 'low',
  moderate: 'medium',
  medium: 'medium',
  major: 'high',
  high: 'high',
  'very-high': 'critical',
  critical: 'critical',
}
const ladder: readonly Severity[] = ['low', 'medium', 'high', 'critical']

/** The highest that is said; undefined when nothing is. */
export function severityOf(
  own: Props,
  risks: readonly Pick<OscalRisk, 'props' | 'facets'>[],
): Severity | undefined {
  const said = severitiesIn(own)
  const found = said.length > 0 ? said : risks.flatMap((risk) => inRisk(risk))
  return ladder.findLast((one) => found.includes(one))
}

function inRisk({ props, facets }: Pick<OscalRisk, 'props' | 'facets'>): readonly Severity[] {
  const found = severitiesIn(props)
  return found.length > 0 ? found : severitiesIn(facets)
}

function severitiesIn(props: Props): readonly Severity[] {
  return names.flatMap((name) => {
    const word = props[name]
      ?.trim()
      .toLowerCase()
      .replaceAll(/[\s_]+/g, '-')
    return word !== undefined && Object.hasOwn(words, word) ? (words[word] ?? []) : []
  })
}
