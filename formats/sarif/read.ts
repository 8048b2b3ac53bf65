// SPDX-License-Identifier: EUPL-1.2
import {
  type FindingsRead,
  type ForeignFinding,
  findingLimits,
  fingerprintOf,
  hostOf,
  type Severity,
  severityOfScore,
} from '../findings/index.ts'
import type { Problem } from '../problem/index.ts'
import { type Fields, isFields, list, member, text } from '../sightings/index.ts'

export function isSarif(value: unknown): boolean {
  return (
    isFields(value) && Array.isArray(member(value, 'runs')) && text(value, 'version') !== undefined
  )
}

/** Any value gives findings and problems, each with its JSON path. */
export function readSarif(path: string, value: unknown): FindingsRead {
  const problems: Problem[] = []
  const found = new Map<string, ForeignFinding>()
  let skipped = 0
  const say = (at: string, expected: string, given: string) => {
    const place = { path: `${path}#${at}`, line: null, column: null }
    if (problems.length < findingLimits.problems)
      problems.push({ ...place, expected, found: given })
  }
  if (text(value, 'version') !== '2.1.0')
    say('/version', '2.1.0', text(value, 'version') ?? 'nothing')
  for (const [runAt, run] of list(value, 'runs').entries()) {
    const rules = rulesOf(run)
    const tool = (text(run, 'tool', 'driver', 'name') ?? 'SARIF').slice(
      0,
      findingLimits.nameCharacters,
    )
    const day = /^\d{4}-\d{2}-\d{2}/.exec(
      text(list(run, 'invocations')[0], 'endTimeUtc') ?? '',
    )?.[0]
    for (const [at, result] of list(run, 'results').entries()) {
      const place = `/runs/${runAt}/results/${at}`
      if (!isFields(result)) say(place, 'a result', typeof result)
      else if (isNothing(result)) skipped += 1
      else if (found.size >= findingLimits.findings) {
        say(place, `at most ${findingLimits.findings} findings`, 'more')
        return { format: 'sarif', findings: [...found.values()], skipped, problems }
      } else {
        const one = findingOf(result, { tool, rules, foundOn: day ?? null })
        if (one === undefined) say(`${place}/message/text`, 'a text', 'nothing')
        else found.set(one.fingerprint, one)
      }
    }
  }
  return { format: 'sarif', findings: [...found.values()], skipped, problems }
}

/** §3.27.9 and .10: what did not fail; .23: what somebody suppressed; .24: what is gone. */
function isNothing(result: Fields): boolean {
  const kind = text(result, 'kind') ?? 'fail'
  const isSuppressed = list(result, 'suppressions').some(
    (one) => !['underReview', 'rejected'].includes(text(one, 'status') ?? 'accepted'),
  )
  const isAbsent = text(result, 'baselineState') === 'absent'
  return !['fail', 'open', 'review'].includes(kind) || isSuppressed || isAbsent
}

interface Rules {
  readonly byId: ReadonlyMap<string, unknown>
  readonly byIndex: readonly unknown[]
}

function rulesOf(run: unknown): Rules {
  const byIndex = list(run, 'tool', 'driver', 'rules')
  const byId = new Map<string, unknown>()
  for (const extension of [...list(run, 'tool', 'extensions'), member(run, 'tool', 'driver')]) {
    for (const rule of list(extension, 'rules')) {
      const id = text(rule, 'id')
      if (id !== undefined) byId.set(id, rule)
    }
  }
  return { byId, byIndex }
}

function findingOf(
  result: Fields,
  run: { readonly tool: string; readonly rules: Rules; readonly foundOn: string | null },
): ForeignFinding | undefined {
  const { tool, rules, foundOn } = run
  const ruleId = text(result, 'ruleId') ?? text(result, 'rule', 'id') ?? ''
  const index = member(result, 'ruleIndex')
  const rule =
    rules.byId.get(ruleId) ?? (typeof index === 'number' ? rules.byIndex[index] : undefined)
  const message = text(result, 'message', 'text') ?? text(result, 'message', 'markdown')
  const name =
    text(rule, 'shortDescription', 'text') ?? message?.split(/\r?\n/, 1)[0] ?? text(rule, 'name')
  if (name === undefined && ruleId === '') return undefined
  const places = list(result, 'locations').flatMap(placeOf)
  const hosts = [...new Set(places.flatMap(({ host }) => host ?? []))].slice(0, findingLimits.hosts)
  const help = text(rule, 'help', 'text') ?? text(rule, 'help', 'markdown') ?? ''
  const shown = places.map(({ shown: one }) => one).join('\n')
  return {
    tool,
    fingerprint: fingerprintOf([tool, ruleId, ...stableParts(result, places, message ?? '')]),
    name: (name ?? ruleId).slice(0, findingLimits.nameCharacters),
    severity: severityIn(result, rule),
    description: [message, text(rule, 'fullDescription', 'text'), shown, ruleId]
      .filter((one) => one !== undefined && one !== '')
      .join('\n')
      .slice(0, findingLimits.textCharacters),
    recommendation: help.slice(0, findingLimits.textCharacters),
    hosts,
    foundOn,
  }
}

interface Place {
  readonly host: string | undefined
  readonly shown: string
  /** Without what moves when something else is edited. */
  readonly stable: string
}

function placeOf(location: unknown): readonly Place[] {
  const uri = text(location, 'physicalLocation', 'artifactLocation', 'uri') ?? ''
  const address = text(location, 'physicalLocation', 'address', 'fullyQualifiedName') ?? ''
  const logical = list(location, 'logicalLocations')
    .map((one) => text(one, 'fullyQualifiedName') ?? text(one, 'name') ?? '')
    .filter((one) => one !== '')
  const line = text(location, 'physicalLocation', 'region', 'startLine')
  const where = uri === '' ? address : uri
  const isOfHost = /^[a-z][a-z0-9+.-]*:\/\//i.test(where) && !where.startsWith('file:')
  const host = isOfHost ? hostOf(where) : logical.flatMap((one) => ipOf(one) ?? [])[0]
  const shown = [line === undefined ? where : `${where}:${line}`, ...logical].filter(
    (one) => one !== '',
  )
  if (shown.length === 0) return []
  return [{ host, shown: shown.join(' '), stable: [where, ...logical].join(' ') }]
}

function ipOf(text: string): string | undefined {
  return /^(?:\d{1,3}\.){3}\d{1,3}$/.test(text.trim()) ? text.trim() : undefined
}

/** What the tool itself calls the result (§3.27.16, .17), else where and what, without lines. */
function stableParts(result: Fields, places: readonly Place[], message: string): readonly string[] {
  for (const name of ['fingerprints', 'partialFingerprints']) {
    const given = member(result, name)
    if (!isFields(given) || Object.keys(given).length === 0) continue
    const where = name === 'fingerprints' ? [] : places.map(({ stable }) => stable)
    return [...Object.entries(given).flat().map(String).toSorted(), ...where]
  }
  return places.length === 0 ? [message] : places.map(({ stable }) => stable)
}

function severityIn(result: Fields, rule: unknown): Severity {
  const score = Number(
    text(result, 'properties', 'security-severity') ??
      text(rule, 'properties', 'security-severity') ??
      Number.NaN,
  )
  if (score >= 0 && score <= 10) return severityOfScore(score)
  const level = text(result, 'level') ?? text(rule, 'defaultConfiguration', 'level') ?? 'warning'
  return level === 'error' ? 'high' : level === 'warning' ? 'medium' : 'low'
}
