// SPDX-License-Identifier: EUPL-1.2
import type { Source } from '@schouw/core/baseline'
import type { FrameRef } from '@schouw/core/capture'
import type { Text } from './document.ts'
import { fileName, linked, type Telling } from './telling.ts'

/** Enough to look it up; `baseline.json` has the rest. */
const mostFiles = 4
const mostPlaces = 3

/**
 * Where it can be seen, a line for each file: `opname.pcap · frame 64, 73`. Every file leads to its
 * digest in the list of inputs.
 */
export function proofText(
  tell: Telling,
  frames: readonly FrameRef[],
  sources: readonly Source[] = [],
): Text {
  const { findings } = tell.text
  const shown = frames.length > 0 ? frames : sources.filter(({ kind }) => kind === 'frame')
  const inFrames = placesOf(shown as readonly FrameRef[], ({ capture }) => capture)
  const rows = sources.filter((source) => source.kind === 'row')
  const inRows = placesOf(rows, ({ path }) => path)
  const lines: Text[] = [
    ...[...inFrames].map(([path, list]) => {
      const numbers = unique(list.map(({ frame }) => frame))
      return lineOf(tell, path, { say: findings.frames, numbers })
    }),
    ...[...inRows].map(([path, list]) => {
      const numbers = unique(list.map(({ line }) => line))
      return lineOf(tell, path, { say: findings.rows, numbers })
    }),
    ...sources.flatMap((source) =>
      source.kind === 'law' ? [[linked(tell.article(source.article), 'law-grounds')]] : [],
    ),
  ]
  const more = lines.length - mostFiles
  const all =
    more > 0
      ? [...lines.slice(0, mostFiles), [{ text: findings.moreFiles(more), quiet: true as const }]]
      : lines
  return all.flatMap((line, n) =>
    n === 0 ? line : line.map((run, m) => (m === 0 ? { ...run, opensLine: true as const } : run)),
  )
}

function placesOf<Item>(items: readonly Item[], pathOf: (item: Item) => string) {
  return Map.groupBy(items, pathOf)
}

function lineOf(
  tell: Telling,
  path: string,
  of: {
    readonly say: (file: string, places: string) => string
    readonly numbers: readonly number[]
  },
): Text {
  const name = fileName(path)
  const shown = of.numbers.slice(0, mostPlaces)
  const more = of.numbers.length - shown.length
  return [
    linked(of.say(name, shown.join(', ')), tell.inputPlace(path)),
    ...(more > 0
      ? [{ text: ` ${tell.text.findings.moreFrames(more)}`, quiet: true as const }]
      : []),
  ]
}

function unique(numbers: readonly number[]): readonly number[] {
  return [...new Set(numbers)]
}
