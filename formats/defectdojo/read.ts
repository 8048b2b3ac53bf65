// SPDX-License-Identifier: EUPL-1.2
import {
  type FindingsRead,
  type ForeignFinding,
  findingLimits,
  fingerprintOf,
  hostOf,
  severityOfScore,
  severityOfWord,
} from '../findings/index.ts'
import { type Problem, quoted } from '../problem/index.ts'
import { type Fields, isFields, list, member, text } from '../sightings/index.ts'

export function isDefectDojo(value: unknown): boolean {
  return isFields(value) && Array.isArray(member(value, 'findings'))
}

/** Any value gives findings and problems, each with its JSON path. */
export function readDefectDojo(path: string, value: unknown): FindingsRead {
  const problems: Problem[] = []
  const found = new Map<string, ForeignFinding>()
  let skipped = 0
  const say = (at: string, expected: string, given: string) => {
    const place = { path: `${path}#${at}`, line: null, column: null }
    if (problems.length < findingLimits.problems)
      problems.push({ ...place, expected, found: given })
  }
  const tool = (text(value, 'type') ?? text(value, 'name') ?? 'DefectDojo').slice(
    0,
    findingLimits.nameCharacters,
  )
  for (const [at, one] of list(value, 'findings').entries()) {
    const place = `/findings/${at}`
    if (!isFields(one)) {
      say(place, 'a finding', typeof one)
      continue
    }
    if (isNothing(one)) {
      skipped += 1
      continue
    }
    const title = text(one, 'title')
    const word = text(one, 'severity') ?? ''
    const score = Number(text(one, 'cvssv3_score') ?? Number.NaN)
    const severity =
      severityOfWord(word) ?? (score >= 0 && score <= 10 ? severityOfScore(score) : undefined)
    if (title === undefined) say(`${place}/title`, 'a title', 'nothing')
    else if (severity === undefined) {
      say(`${place}/severity`, 'Critical, High, Medium, Low or Info', quoted(word))
    } else if (found.size >= findingLimits.findings) {
      say(place, `at most ${findingLimits.findings} findings`, 'more')
      break
    } else {
      const made = findingOf(one, { tool, title, severity })
      found.set(made.fingerprint, made)
    }
  }
  return { format: 'defectdojo', findings: [...found.values()], skipped, problems }
}

function isNothing(one: Fields): boolean {
  return (
    member(one, 'active') === false ||
    ['false_p', 'duplicate', 'is_mitigated', 'out_of_scope'].some(
      (name) => member(one, name) === true,
    )
  )
}

function findingOf(
  one: Fields,
  of: {
    readonly tool: string
    readonly title: string
    readonly severity: ForeignFinding['severity']
  },
): ForeignFinding {
  const { tool, title, severity } = of
  const endpoints = [...list(one, 'endpoints'), ...list(one, 'locations')]
  const hosts = endpoints.flatMap(
    (each) => hostOf(typeof each === 'string' ? each : (text(each, 'host') ?? '')) ?? [],
  )
  const file = text(one, 'file_path') ?? ''
  const component = `${text(one, 'component_name') ?? ''} ${text(one, 'component_version') ?? ''}`
  const cves = [text(one, 'cve'), ...list(one, 'vulnerability_ids').map(String)].filter(
    (each) => each !== undefined,
  )
  const own = text(one, 'unique_id_from_tool')
  const sorted = [...new Set(hosts)].toSorted()
  const parts =
    own === undefined
      ? [text(one, 'vuln_id_from_tool') ?? title.toLowerCase(), file, component.trim(), ...sorted]
      : ['unique', own]
  return {
    tool,
    fingerprint: fingerprintOf([tool, ...parts]),
    name: title.slice(0, findingLimits.nameCharacters),
    severity,
    description: [
      text(one, 'description'),
      text(one, 'impact'),
      file,
      component.trim(),
      [...new Set(cves)].join(', '),
      text(one, 'references'),
    ]
      .filter((each) => each !== undefined && each !== '')
      .join('\n')
      .slice(0, findingLimits.textCharacters),
    recommendation: (text(one, 'mitigation') ?? '').slice(0, findingLimits.textCharacters),
    hosts: sorted.slice(0, findingLimits.hosts),
    foundOn: /^\d{4}-\d{2}-\d{2}/.exec(text(one, 'date') ?? '')?.[0] ?? null,
  }
}
