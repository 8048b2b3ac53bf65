// SPDX-License-Identifier: EUPL-1.2
import type { RecordBody } from '@schouw/contract/client'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import {
  Fragment,
  type KeyboardEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react'
import { flushSync } from 'react-dom'
import { useNavigate } from 'react-router'
import { useWords } from '../../words/language.tsx'
import { isNumber, type Register } from './kind-of-page.ts'
import { useListWords, useLookingWords } from './looking-words.ts'
import { type Picking, Row, toggled } from './row.tsx'

interface RowsProps {
  readonly register: Register
  readonly columns: readonly string[]
  readonly heading: (name: string) => ReactNode
  readonly items: readonly RecordBody[]
  readonly isWhole: boolean
  readonly isBusy: boolean
  readonly more: () => void
  /** Which rows are selected; none can be when absent. */
  readonly pick?: Picking
}

/** One line a row, so that a row's place is known before it is drawn. The same in base.css. */
const rowPx = 36
const beyond = 12
/** Rows before the end of what is here at which the next are asked for. */
const ahead = 60

/** Any number of rows: only those in sight are drawn, and the next are fetched before they are. */
export function Rows({
  register,
  columns,
  heading,
  items,
  isWhole,
  isBusy,
  more,
  pick,
}: RowsProps) {
  const { many } = register
  const { registers } = useWords()
  const words = useListWords()
  const box = useRef<HTMLElement>(null)
  const { at, reached, keys, take } = useKeys(register, items, (one) =>
    pick?.set(toggled(pick.picked, one)),
  )
  const isPrinting = usePrinting()
  const count = columns.length + (pick === undefined ? 1 : 2)
  // Another function is another list to the library: it would reckon the place of every row anew.
  const keyAt = useCallback((index: number) => items[index]?.id ?? index, [items])
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowPx,
    overscan: beyond,
    scrollPaddingStart: rowPx,
    getItemKey: keyAt,
    // Where the keyboard is stays drawn, else the focus is lost by scrolling.
    rangeExtractor: (range) => {
      // Paper does not scroll.
      if (isPrinting) return items.map((_, index) => index)
      const drawn = defaultRangeExtractor(range)
      if (drawn.includes(at) || at >= items.length) return drawn
      return [...drawn, at].toSorted((a, b) => a - b)
    },
  })
  const drawn = virtual.getVirtualItems()
  const last = virtual.range?.endIndex ?? 0
  useEffect(() => {
    if (!isWhole && last >= items.length - ahead) more()
  }, [isWhole, last, items.length, more])
  useEffect(() => {
    const wanted = take.current
    if (wanted === null) return
    virtual.scrollToIndex(wanted)
    const frame = requestAnimationFrame(() => {
      const row = box.current?.querySelector<HTMLElement>(`[data-row="${wanted}"]`)
      row?.focus({ preventScroll: true })
      take.current = null
    })
    return () => cancelAnimationFrame(frame)
  }, [reached, take, virtual])
  const before = (index: number) => drawn[index - 1]?.end ?? 0
  const rest = virtual.getTotalSize() - (drawn.at(-1)?.end ?? 0)
  const weight = columns.reduce((sum, name) => sum + weightOf(register, name), 0)
  return (
    <>
      <section ref={box} className="rows" aria-label={many} onKeyDown={keys}>
        <table
          className="table"
          aria-rowcount={isWhole ? items.length + 1 : -1}
          aria-busy={isBusy}
          style={{ minWidth: `${(columns.length + 1) * 9.5}rem` }}
        >
          <colgroup>
            {pick !== undefined && <col className="pick no-print" />}
            {columns.map((name) => (
              <col
                key={name}
                style={{ width: `${(weightOf(register, name) * forColumns) / weight}%` }}
              />
            ))}
            <col />
          </colgroup>
          <thead>
            <tr aria-rowindex={1}>
              {pick !== undefined && <PickAll items={items} pick={pick} />}
              {columns.map((name) => (
                <Fragment key={name}>{heading(name)}</Fragment>
              ))}
              <th scope="col">{registers.state}</th>
            </tr>
          </thead>
          <tbody>
            {drawn.map(({ index, key, start }, place) => {
              const record = items[index]
              return record === undefined ? null : (
                <Fragment key={key}>
                  <Gap px={start - before(place)} columns={count} />
                  <Row {...{ register, columns, record, index, pick }} isReached={index === at} />
                </Fragment>
              )
            })}
            <Gap px={rest} columns={count} />
          </tbody>
        </table>
      </section>
      <p className="quiet rows-foot">
        <output>{words.loaded(items.length, isWhole)}</output> {isBusy && `· ${words.loadingMore}`}{' '}
        <span className="no-print">· {words.keys}</span>
      </p>
    </>
  )
}

/** Of the width in percent: the rest is for the state, which is no word without room. */
const forColumns = 87

interface PickAllProps {
  readonly items: readonly RecordBody[]
  readonly pick: Picking
}

function PickAll({ items, pick }: PickAllProps) {
  const words = useLookingWords()
  const isAll = items.length > 0 && items.every(({ id }) => pick.picked.has(id))
  return (
    <th scope="col" className="no-print">
      <input
        type="checkbox"
        aria-label={words.pickAll}
        checked={isAll}
        onChange={() => {
          const next = new Map(pick.picked)
          for (const item of items) isAll ? next.delete(item.id) : next.set(item.id, item)
          pick.set(next)
        }}
      />
    </th>
  )
}

/** Between the moment that printing begins and the moment that it is over. */
function usePrinting(): boolean {
  const [isPrinting, setIsPrinting] = useState(false)
  useEffect(() => {
    const begin = () => flushSync(() => setIsPrinting(true))
    const end = () => setIsPrinting(false)
    window.addEventListener('beforeprint', begin)
    window.addEventListener('afterprint', end)
    return () => {
      window.removeEventListener('beforeprint', begin)
      window.removeEventListener('afterprint', end)
    }
  }, [])
  return isPrinting
}

/** Names are read, codes and figures are recognised. */
function weightOf({ kind }: Register, name: string): number {
  if (kind.fields[name] === undefined) return 0
  if (name === 'name' || name === 'title') return 2.5
  return isNumber(kind, name) ? 0.6 : 1
}

/** The height of rows that are not drawn. */
function Gap({ px, columns }: { readonly px: number; readonly columns: number }) {
  return px <= 0 ? null : (
    <tr className="gap">
      <td colSpan={columns} style={{ height: px }} />
    </tr>
  )
}

const page = 15

/** One stop for Tab; within the rows the arrows move. */
function useKeys(
  { plural }: Register,
  items: readonly RecordBody[],
  toggle: (record: RecordBody) => void,
) {
  const [reached, setReached] = useState({ index: 0 })
  // The row that is to get the focus: keys come faster than the page is drawn.
  const take = useRef<number | null>(null)
  const go = useNavigate()
  const keys = (event: KeyboardEvent) => {
    const end = items.length - 1
    const row = event.target instanceof HTMLElement ? event.target.dataset['row'] : undefined
    if (row === undefined || end < 0) return
    const from = take.current ?? Number(row)
    const to: Readonly<Record<string, number>> = {
      ArrowDown: from + 1,
      ArrowUp: from - 1,
      PageDown: from + page,
      PageUp: from - page,
      Home: 0,
      End: end,
    }
    const wanted = to[event.key]
    const record = items[from]
    if (event.key === 'Enter' && record !== undefined) {
      event.preventDefault()
      void go(`/registers/${plural}/${record.id}`)
    }
    if (event.key === ' ' && record !== undefined) {
      event.preventDefault()
      toggle(record)
    }
    if (wanted === undefined) return
    event.preventDefault()
    const next = Math.max(0, Math.min(end, wanted))
    take.current = next
    setReached({ index: next })
  }
  return { at: Math.min(reached.index, Math.max(0, items.length - 1)), reached, keys, take }
}
