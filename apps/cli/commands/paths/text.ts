// SPDX-License-Identifier: EUPL-1.2
import type { Hop, PathsResult } from '@schouw/core/network'
import type { Language } from '../../language.ts'
import { plain, table } from '../../terminal/table.ts'
import { pathsWords } from '../../words/paths.ts'

const mostPaths = 5
const mostRows = 15

/** What is reached and how, what must end, and what should not be there. */
export function pathsText(result: PathsResult, language: Language, width: number): string {
  const say = pathsWords[language]
  const { reach, paths, forbidden } = result
  const lines = [say.reached(reach.crown_jewels_reached, reach.crown_jewels, reach.assets_reached)]
  if (paths.length === 0) lines.push(say.none)
  for (const { from, to, hops } of paths.slice(0, mostPaths)) {
    const title = hops.length === 0 ? say.stands(to) : say.path(to, from, hops.length)
    lines.push('', plain(title), ...hopLines(hops))
  }
  lines.push(...more(paths.length, mostPaths, language), '')
  if (paths.length > 0) lines.push(...cutLines(result, language, width), '')
  if (!result.conduits_known) lines.push(say.unjudged)
  else {
    lines.push(say.forbidden(forbidden.length))
    const rows = forbidden
      .slice(0, mostRows)
      .map(({ from, to, service, from_zone, to_zone, why }) => {
        return [from, to, service, `${from_zone} → ${to_zone}`, say.why[why]]
      })
    if (rows.length > 0) lines.push(...indented(table([say.columns, ...rows], width - 2)))
    lines.push(...more(forbidden.length, mostRows, language))
  }
  return `${lines.join('\n')}\n`
}

function cutLines(result: PathsResult, language: Language, width: number): string[] {
  const say = pathsWords[language]
  const { cut, cut_cost: cost, reason, kept_open: open } = result
  if (cut === null || cost === null) {
    return [...(reason === undefined ? [] : [say.noCut[reason]]), ...hopLines(open ?? [])]
  }
  const rows = cut.slice(0, mostRows).map(({ from, to, service }) => [from, to, service])
  const price = new Intl.NumberFormat(language === 'nl' ? 'nl-NL' : 'en-GB', {
    maximumFractionDigits: 6,
  }).format(cost)
  return [
    say.cut(cut.length, price),
    ...indented(table([say.ends, ...rows], width - 2)),
    ...more(cut.length, mostRows, language),
  ]
}

function hopLines(hops: readonly Hop[]): string[] {
  return hops.map(({ from, to, service }) => plain(`  ${from} → ${to}  ${service}`))
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`)
}

function more(count: number, shown: number, language: Language): string[] {
  return count > shown ? [`  ${pathsWords[language].more(count - shown)}`] : []
}
