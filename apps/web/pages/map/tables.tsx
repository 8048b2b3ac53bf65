// SPDX-License-Identifier: EUPL-1.2
import { Button, Group, NativeSelect, TextInput } from '@mantine/core'
import { useMemo, useState } from 'react'
import { Table } from '../../parts/table.tsx'
import { number } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { Evidence } from './edge.tsx'
import type { MapEdge, Verdict } from './model.ts'
import { isShown, type Look } from './paint.ts'
import type { Placed } from './use-map.ts'
import { useMapWords } from './words.ts'

interface TableProps {
  readonly placed: Placed
  readonly look: Look
  readonly select: (node: number | null) => void
}

const page = 25
const verdicts = ['forbidden', 'refused', 'undecided', 'unknown', 'allowed', 'within'] as const

/** The same as the picture, in rows: what is forbidden first. */
export function EdgeTable({ placed: { model }, look, select }: TableProps) {
  const words = useMapWords()
  const { language } = useLanguage()
  const [verdict, setVerdict] = useState<Verdict | ''>('')
  const [text, setText] = useState('')
  const [count, setCount] = useState(page)
  const name = (at: number) => model.nodes[at]?.name ?? '?'
  const rows = useMemo(() => {
    const wanted = text.trim().toLowerCase()
    const isWanted = ({ from, to, service }: MapEdge) =>
      wanted === '' ||
      [model.nodes[from]?.name, model.nodes[to]?.name, service].some((one) =>
        one?.toLowerCase().includes(wanted),
      )
    return model.edges
      .flatMap((edge, at) => (isShown(edge, look) ? [{ edge, at }] : []))
      .filter(({ edge }) => (verdict === '' || edge.verdict === verdict) && isWanted(edge))
      .toSorted(
        (one, other) =>
          verdicts.indexOf(one.edge.verdict) - verdicts.indexOf(other.edge.verdict) ||
          other.edge.packets - one.edge.packets,
      )
  }, [model, look, verdict, text])
  return (
    <section aria-labelledby="talks">
      <h2 id="talks">{words.talks(number(rows.length, language))}</h2>
      <Group align="flex-end" className="no-print" mb="sm">
        <NativeSelect
          label={words.verdict}
          value={verdict}
          data={[
            { value: '', label: words.anyVerdict },
            ...verdicts.map((value) => ({ value, label: words.verdicts[value] })),
          ]}
          onChange={(event) => setVerdict(event.currentTarget.value as Verdict | '')}
        />
        <TextInput
          label={words.search}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </Group>
      <Table
        label={words.talks('')}
        rows={rows.slice(0, count)}
        keyOf={({ at }) => String(at)}
        minWidth="46rem"
        columns={[
          {
            title: words.fromHead,
            is: 'head',
            cell: ({ edge }) => (
              <button type="button" className="text-button" onClick={() => select(edge.from)}>
                {name(edge.from)}
              </button>
            ),
          },
          {
            title: words.toHead,
            cell: ({ edge }) => (
              <button type="button" className="text-button" onClick={() => select(edge.to)}>
                {name(edge.to)}
              </button>
            ),
          },
          { title: words.service, cell: ({ edge }) => edge.service },
          {
            title: words.verdict,
            cell: ({ edge: { verdict: found, rule } }) =>
              `${words.verdicts[found]}${rule === null ? '' : `: ${words.rules[rule]}`}`,
            tone: ({ edge }) =>
              edge.verdict === 'forbidden' || edge.verdict === 'refused' ? 'broken' : undefined,
          },
          {
            title: words.packets,
            is: 'number',
            cell: ({ edge }) => number(edge.packets, language),
          },
          { title: words.seen, cell: ({ edge }) => <Evidence edge={edge} /> },
        ]}
      />
      {rows.length > count && (
        <Button variant="default" mt="sm" onClick={() => setCount(count + page * 4)}>
          {words.more(Math.min(page * 4, rows.length - count))}
        </Button>
      )}
    </section>
  )
}
