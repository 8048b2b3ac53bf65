// SPDX-License-Identifier: EUPL-1.2
// Base scores of CVSS 2.0, 3.0 and 3.1, from the formulas of FIRST.

export interface BaseScore {
  readonly version: '2.0' | '3.0' | '3.1'
  /** 0 to 10, in tenths. */
  readonly score: number
  readonly severity: 'NONE' | 'LOW' | 'MEDIUM' | 'HIGH' | 'CRITICAL'
}

/** Undefined where it is no vector of these versions with every base metric in it once. */
export function baseScore(vector: string): BaseScore | undefined {
  const three = /^CVSS:(3\.[01])\/(.+)$/.exec(vector)
  const metrics = metricsOf(three?.[2] ?? vector)
  if (metrics === undefined) return undefined
  if (three !== null) {
    const score = scoreOfThree(metrics)
    return score === undefined
      ? undefined
      : { version: three[1] === '3.0' ? '3.0' : '3.1', score, severity: severityOf(score) }
  }
  const score = scoreOfTwo(metrics)
  return score === undefined ? undefined : { version: '2.0', score, severity: severityOf(score) }
}

export function severityOf(score: number): BaseScore['severity'] {
  if (score === 0) return 'NONE'
  if (score < 4) return 'LOW'
  if (score < 7) return 'MEDIUM'
  return score < 9 ? 'HIGH' : 'CRITICAL'
}

type Metrics = ReadonlyMap<string, string>

function metricsOf(text: string): Metrics | undefined {
  const found = new Map<string, string>()
  for (const part of text.split('/')) {
    const [name, value, ...more] = part.split(':')
    if (name === undefined || value === undefined || more.length > 0 || found.has(name)) {
      return undefined
    }
    found.set(name, value)
  }
  return found
}

type Weights = Readonly<Record<string, number>>

function weight(metrics: Metrics, name: string, weights: Weights): number {
  const value = metrics.get(name) ?? ''
  return Object.hasOwn(weights, value) ? (weights[value] ?? Number.NaN) : Number.NaN
}

const impactOfThree = { H: 0.56, L: 0.22, N: 0 }

function scoreOfThree(metrics: Metrics): number | undefined {
  const of = (name: string, weights: Weights) => weight(metrics, name, weights)
  const isWide = metrics.get('S') === 'C'
  if (!isWide && metrics.get('S') !== 'U') return undefined
  const loss =
    1 - (1 - of('C', impactOfThree)) * (1 - of('I', impactOfThree)) * (1 - of('A', impactOfThree))
  const impact = isWide ? 7.52 * (loss - 0.029) - 3.25 * (loss - 0.02) ** 15 : 6.42 * loss
  const exploitability =
    8.22 *
    of('AV', { N: 0.85, A: 0.62, L: 0.55, P: 0.2 }) *
    of('AC', { L: 0.77, H: 0.44 }) *
    of('PR', isWide ? { N: 0.85, L: 0.68, H: 0.5 } : { N: 0.85, L: 0.62, H: 0.27 }) *
    of('UI', { N: 0.85, R: 0.62 })
  if (Number.isNaN(impact + exploitability)) return undefined
  if (impact <= 0) return 0
  return roundedUp(Math.min((isWide ? 1.08 : 1) * (impact + exploitability), 10))
}

/** Up to the next tenth, without what binary fractions add. */
function roundedUp(value: number): number {
  const whole = Math.round(value * 100_000)
  return whole % 10_000 === 0 ? whole / 100_000 : (Math.floor(whole / 10_000) + 1) / 10
}

const impactOfTwo = { N: 0, P: 0.275, C: 0.66 }

function scoreOfTwo(metrics: Metrics): number | undefined {
  const of = (name: string, weights: Weights) => weight(metrics, name, weights)
  const loss = (1 - of('C', impactOfTwo)) * (1 - of('I', impactOfTwo)) * (1 - of('A', impactOfTwo))
  const impact = 10.41 * (1 - loss)
  const exploitability =
    20 *
    of('AV', { L: 0.395, A: 0.646, N: 1 }) *
    of('AC', { H: 0.35, M: 0.61, L: 0.71 }) *
    of('Au', { M: 0.45, S: 0.56, N: 0.704 })
  if (Number.isNaN(impact + exploitability)) return undefined
  const factor = impact === 0 ? 0 : 1.176
  return Math.round((0.6 * impact + 0.4 * exploitability - 1.5) * factor * 10) / 10
}
