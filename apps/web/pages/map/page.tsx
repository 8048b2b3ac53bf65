// SPDX-License-Identifier: EUPL-1.2
import { Button, Checkbox, Group, Select, useMantineColorScheme } from '@mantine/core'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { Link } from 'react-router'
import { useNetwork } from '../../data/network.ts'
import { Glossed } from '../../parts/glossed.tsx'
import { NetworkPages } from '../../parts/network-pages.tsx'
import { Ready } from '../../parts/state.tsx'
import { Title } from '../../parts/title.tsx'
import { dayAndTime, number } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { MapCanvas } from './canvas.tsx'
import { Chosen } from './chosen.tsx'
import { csvOf } from './csv.ts'
import { FirewallRules } from './firewall.tsx'
import './map.css'
import type { Network } from './model.ts'
import type { Look, Palette } from './paint.ts'
import type { WhatIf } from './paths.ts'
import { EdgeTable } from './tables.tsx'
import { download, type Placed, useMapThread } from './use-map.ts'
import { WaysToJewels } from './ways.tsx'
import { useMapWords } from './words.ts'

/** Sites, zones, devices and who talks to whom: what breaks a wall, and what would close it. */
export function MapPage() {
  const words = useMapWords()
  const network = useNetwork()
  return (
    <>
      <NetworkPages />
      <Title name={words.title} />
      <p className="prose">
        <Glossed text={words.intro} />
      </p>
      <Ready of={network}>
        {(found) =>
          found.assets.length === 0 ? (
            <p>
              {words.empty} <Link to="/captures">{words.toCapture}</Link>
            </p>
          ) : (
            <OfNetwork network={found} />
          )
        }
      </Ready>
    </>
  )
}

const outer = ['internet', 'office', 'guest', 'supplier']

function OfNetwork({ network }: { readonly network: Network }) {
  const words = useMapWords()
  const { language } = useLanguage()
  const names = useMemo(() => ({ none: words.noZone, outside: words.outside }), [words])
  const thread = useMapThread(network, names)
  const { placed, ways, search } = thread
  const times = useMemo(() => timesOf(network), [network])
  const [span, setSpan] = useState(times)
  const [isAll, setIsAll] = useState(false)
  const [selected, select] = useState<number | null>(null)
  const [path, setPath] = useState<readonly number[]>([])
  const [isCutShown, setIsCutShown] = useState(true)
  const [whatIf, setWhatIf] = useState<WhatIf>({
    entries: outer,
    removed: [],
    needed: [],
    jewels: [],
  })
  const palette = usePalette()
  useEffect(() => {
    if (placed !== null) search(whatIf)
  }, [placed, search, whatIf])
  const cut = ways?.cut ?? null
  const look = useMemo<Look>(
    () => ({
      palette,
      layers: words.layers,
      countOf: words.count,
      fromMs: span.from,
      untilMs: span.until,
      isAll,
      selected,
      path,
      cut: isCutShown ? (cut ?? []) : [],
      removed: whatIf.removed,
    }),
    [palette, words, span, isAll, selected, path, isCutShown, cut, whatIf.removed],
  )
  const change = useCallback((part: Partial<WhatIf>) => {
    setPath([])
    setWhatIf((now) => ({ ...now, ...part }))
  }, [])
  if (placed === null) return <output className="quiet">{words.drawing}</output>
  return (
    <>
      <Tools {...{ network, placed, span, setSpan, times, isAll, setIsAll, selected, select }} />
      <MapCanvas placed={placed} look={look} thread={thread} select={select} />
      <Legend />
      <Group gap="xs" className="no-print" my="sm">
        {(['svg', 'png'] as const).map((type) => (
          <Button
            key={type}
            size="xs"
            variant="default"
            onClick={() => thread.save(type, look, words.title)}
          >
            {type.toUpperCase()}
          </Button>
        ))}
        <Button
          size="xs"
          variant="default"
          onClick={() => download(csvOf(placed.model, words), 'schouw-map.csv')}
        >
          CSV
        </Button>
        <span className="quiet small">
          {words.seenIn(number(network.sources.length, language))}
          {network.left_out > 0 && ` ${words.leftOut(number(network.left_out, language))}`}
        </span>
      </Group>
      {selected !== null && (
        <Chosen
          placed={placed}
          node={selected}
          whatIf={whatIf}
          change={change}
          close={() => select(null)}
        />
      )}
      <WaysToJewels
        {...{ placed, ways, whatIf, change, path, isCutShown, setIsCutShown }}
        show={setPath}
      />
      <FirewallRules placed={placed} thread={thread} whatIf={whatIf} />
      <EdgeTable placed={placed} look={look} select={select} />
    </>
  )
}

interface Span {
  readonly from: number
  readonly until: number
}

function timesOf({ conversations }: Network): Span {
  let [from, until] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const { first, last } of conversations) {
    const [a, b] = [Date.parse(first ?? ''), Date.parse(last ?? '')]
    if (a < from) from = a
    if (b > until) until = b
  }
  return { from, until }
}

interface ToolsProps {
  readonly network: Network
  readonly placed: Placed
  readonly times: Span
  readonly span: Span
  readonly setSpan: (span: Span) => void
  readonly isAll: boolean
  readonly setIsAll: (isAll: boolean) => void
  readonly selected: number | null
  readonly select: (node: number | null) => void
}

function Tools({ placed, times, span, setSpan, isAll, setIsAll, selected, select }: ToolsProps) {
  const words = useMapWords()
  const { language } = useLanguage()
  const options = useMemo(
    () =>
      placed.model.nodes
        .map(({ name, address }, at) => ({
          value: String(at),
          label: address === null || address === name ? name : `${name} (${address})`,
        }))
        .toSorted((one, other) => one.label.localeCompare(other.label)),
    [placed],
  )
  const hasTimes = Number.isFinite(times.from) && times.until > times.from
  return (
    <div className="map-tools no-print">
      <Select
        label={words.find}
        data={options}
        searchable
        clearable
        limit={50}
        value={selected === null ? null : String(selected)}
        onChange={(value) => select(value === null ? null : Number(value))}
      />
      {hasTimes &&
        (['from', 'until'] as const).map((end) => (
          <label key={end} className="map-time">
            {words[end]}{' '}
            <span className="quiet">{dayAndTime(new Date(span[end]).toISOString(), language)}</span>
            <input
              type="range"
              min={times.from}
              max={times.until}
              step={Math.max(1, (times.until - times.from) / 200)}
              value={span[end]}
              aria-valuetext={dayAndTime(new Date(span[end]).toISOString(), language)}
              onChange={(event) => setSpan({ ...span, [end]: Number(event.currentTarget.value) })}
            />
          </label>
        ))}
      <Checkbox
        label={words.all}
        checked={isAll}
        onChange={(event) => setIsAll(event.currentTarget.checked)}
      />
    </div>
  )
}

function Legend() {
  const words = useMapWords()
  return (
    <ul className="map-legend" aria-label={words.legend}>
      {words.legendItems.map(([mark, text]) => (
        <li key={text}>
          <span aria-hidden data-mark={mark} /> {text}
        </li>
      ))}
    </ul>
  )
}

const paints = ['paper', 'ink', 'quiet', 'line', 'shade', 'dike', 'water', 'ask', 'broken'] as const

/** The colours of the page as they are now; the thread knows no style sheet. */
function usePalette(): Palette {
  const { colorScheme } = useMantineColorScheme()
  const read = useCallback((): Palette => {
    const style = getComputedStyle(document.documentElement)
    const of = (name: string) => style.getPropertyValue(`--${name}`).trim()
    return Object.fromEntries(paints.map((name) => [name, of(name)])) as unknown as Palette
  }, [])
  const [palette, setPalette] = useState(read)
  useEffect(() => {
    // The theme stands on the root before the next frame, whoever changed it.
    const root = document.documentElement
    const observer = new MutationObserver(() => setPalette(read()))
    observer.observe(root, { attributeFilter: ['data-mantine-color-scheme'] })
    setPalette(read())
    return () => observer.disconnect()
  }, [read, colorScheme])
  return palette
}
