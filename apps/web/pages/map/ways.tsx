// SPDX-License-Identifier: EUPL-1.2
import { Alert, Button, Checkbox, Group } from '@mantine/core'
import { Link } from 'react-router'
import { Glossed } from '../../parts/glossed.tsx'
import { ThinkAway } from './chosen.tsx'
import { Sentence } from './edge.tsx'
import type { Ways, WhatIf } from './paths.ts'
import type { Placed } from './use-map.ts'
import { useMapWords } from './words.ts'

interface WaysProps {
  readonly placed: Placed
  readonly ways: Ways | null
  readonly whatIf: WhatIf
  readonly change: (part: Partial<WhatIf>) => void
  readonly path: readonly number[]
  readonly show: (path: readonly number[]) => void
  readonly isCutShown: boolean
  readonly setIsCutShown: (isShown: boolean) => void
}

const mostPaths = 12
const kinds = ['internet', 'office', 'guest', 'supplier', 'dmz'] as const

/** How an attacker gets to what the company cannot do without, and what would stop it. */
export function WaysToJewels(props: WaysProps) {
  const words = useMapWords()
  const { placed, ways, whatIf, change, path, show } = props
  const { model } = placed
  const { entries } = whatIf
  return (
    <section aria-labelledby="ways">
      <h2 id="ways">{words.waysTitle}</h2>
      <p className="prose">
        <Glossed text={words.waysIntro} />
      </p>
      <fieldset className="plain-set">
        <legend>{words.entries}</legend>
        <Group gap="md">
          {kinds.map((kind) => (
            <Checkbox
              key={kind}
              size="xs"
              label={words.entryKinds[kind]}
              checked={entries.includes(kind)}
              onChange={() =>
                change({
                  entries: entries.includes(kind)
                    ? entries.filter((one) => one !== kind)
                    : [...entries, kind],
                })
              }
            />
          ))}
        </Group>
      </fieldset>
      {whatIf.removed.length > 0 && (
        <Alert variant="outline" color="orange" my="sm">
          {words.removed(whatIf.removed.length)}{' '}
          <button type="button" className="text-button" onClick={() => change({ removed: [] })}>
            {words.restore}
          </button>
        </Alert>
      )}
      {ways !== null && (
        <>
          <p className="answer" role="status">
            {ways.jewels === 0
              ? words.noJewels(ways.inside.length > 0)
              : ways.reached === 0
                ? words.closed(ways.jewels)
                : words.reached(ways.reached, ways.jewels)}
          </p>
          {ways.inside.length > 0 && (
            <p className="prose">
              {words.inside(ways.inside.map((at) => model.nodes[at]?.name ?? '?').join(', '))}
            </p>
          )}
          {ways.jewels + ways.inside.length === 0 && (
            <Link to="/registers/crown-jewels">{words.toJewels}</Link>
          )}
          <ul className="map-paths">
            {ways.paths.slice(0, mostPaths).map(({ to, hops }) => {
              const isShown = path.length > 0 && path.join() === hops.join()
              return (
                <li key={to}>
                  <h3>
                    {words.wayTo(model.nodes[to]?.name ?? '?', hops.length)}{' '}
                    {hops.length > 0 && (
                      <Button
                        size="compact-xs"
                        variant={isShown ? 'filled' : 'default'}
                        aria-pressed={isShown}
                        onClick={() => show(isShown ? [] : hops)}
                      >
                        {words.onMap}
                      </Button>
                    )}
                  </h3>
                  <ol>
                    {hops.map((at) => {
                      const edge = model.edges[at]
                      return edge === undefined ? null : (
                        <li key={at}>
                          <Sentence model={model} edge={edge} />
                        </li>
                      )
                    })}
                  </ol>
                </li>
              )
            })}
          </ul>
          {ways.paths.length > mostPaths && (
            <p className="quiet">{words.morePaths(ways.paths.length - mostPaths)}</p>
          )}
          <Cut {...props} ways={ways} />
        </>
      )}
    </section>
  )
}

function Cut({
  placed: { model },
  ways,
  whatIf,
  change,
  isCutShown,
  setIsCutShown,
}: WaysProps & { readonly ways: Ways }) {
  const words = useMapWords()
  if (ways.reached === 0) return null
  const { cut, keptOpen } = ways
  const { needed } = whatIf
  const shown = cut ?? keptOpen
  return (
    <section aria-labelledby="cut">
      <h2 id="cut">{words.cutTitle}</h2>
      <p className="prose">{cut !== null ? words.cutText(cut.length) : words.keptOpen}</p>
      {cut !== null && (
        <Checkbox
          size="xs"
          label={words.cutOnMap}
          checked={isCutShown}
          onChange={(event) => setIsCutShown(event.currentTarget.checked)}
        />
      )}
      <ul className="map-list">
        {shown.map((at) => {
          const edge = model.edges[at]
          if (edge === undefined) return null
          const isNeeded = needed.includes(at)
          return (
            <li key={at} data-verdict={edge.verdict}>
              <Sentence model={model} edge={edge} />{' '}
              <ThinkAway at={at} whatIf={whatIf} change={change} />{' '}
              <button
                type="button"
                className="text-button"
                aria-pressed={isNeeded}
                onClick={() =>
                  change({
                    needed: isNeeded ? needed.filter((one) => one !== at) : [...needed, at],
                  })
                }
              >
                {isNeeded ? words.notNeeded : words.isNeeded}
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
