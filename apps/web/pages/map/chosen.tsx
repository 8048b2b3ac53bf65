// SPDX-License-Identifier: EUPL-1.2
import { Button, Checkbox, Group } from '@mantine/core'
import { words as reportWords } from '@schouw/report/words'
import { Link } from 'react-router'
import { useLanguage } from '../../words/language.tsx'
import { Sentence } from './edge.tsx'
import type { WhatIf } from './paths.ts'
import type { Placed } from './use-map.ts'
import { useMapWords } from './words.ts'

interface ChosenProps {
  readonly placed: Placed
  readonly node: number
  readonly whatIf: WhatIf
  readonly change: (part: Partial<WhatIf>) => void
  readonly close: () => void
}

const mostEdges = 40

/** One device and its conversations, each of which can be thought away. */
export function Chosen({ placed: { model }, node, whatIf, change, close }: ChosenProps) {
  const words = useMapWords()
  const { language } = useLanguage()
  const { say } = reportWords(language)
  const found = model.nodes[node]
  if (found === undefined) return null
  const own = model.edges.flatMap((edge, at) =>
    edge.from === node || edge.to === node ? [{ edge, at }] : [],
  )
  const isJewel = whatIf.jewels.includes(node)
  return (
    <section className="map-chosen" aria-labelledby="chosen" aria-live="polite">
      <Group justify="space-between">
        <h2 id="chosen">{found.name}</h2>
        <Button size="compact-xs" variant="subtle" onClick={close}>
          {words.close}
        </Button>
      </Group>
      <p>
        {found.role === null ? words.noRole : say.word(found.role, 'role')} ·{' '}
        {model.zones[found.zoneAt]?.name}
        {found.zone_by !== null && <span className="quiet"> ({words.zoneBy[found.zone_by]})</span>}{' '}
        {found.address !== null && <span className="mono">{found.address}</span>}{' '}
        {found.is_registered ? (
          <Link to={`/registers/assets/${found.id}`}>{words.inRegister}</Link>
        ) : (
          <span className="quiet">{found.is_outside ? words.outside : words.notRegistered}</span>
        )}
      </p>
      {found.is_crown_jewel ? (
        <p>{words.isJewel}</p>
      ) : (
        <Checkbox
          size="xs"
          label={words.asJewel}
          checked={isJewel}
          onChange={() =>
            change({
              jewels: isJewel
                ? whatIf.jewels.filter((one) => one !== node)
                : [...whatIf.jewels, node],
            })
          }
        />
      )}
      <h3>{words.ownTalks(own.length)}</h3>
      <ul className="map-list">
        {own.slice(0, mostEdges).map(({ edge, at }) => (
          <li key={at} data-verdict={edge.verdict}>
            <span className="verdict">{words.verdicts[edge.verdict]}</span>{' '}
            <Sentence model={model} edge={edge} />{' '}
            <ThinkAway at={at} whatIf={whatIf} change={change} />
          </li>
        ))}
      </ul>
      {own.length > mostEdges && <p className="quiet">{words.inTable(own.length - mostEdges)}</p>}
    </section>
  )
}

interface AwayProps {
  readonly at: number
  readonly whatIf: WhatIf
  readonly change: (part: Partial<WhatIf>) => void
}

/** What if this conversation ended. */
export function ThinkAway({ at, whatIf, change }: AwayProps) {
  const words = useMapWords()
  const isAway = whatIf.removed.includes(at)
  const { removed } = whatIf
  return (
    <button
      type="button"
      className="text-button"
      aria-pressed={isAway}
      onClick={() =>
        change({ removed: isAway ? removed.filter((one) => one !== at) : [...removed, at] })
      }
    >
      {isAway ? words.putBack : words.thinkAway}
    </button>
  )
}
