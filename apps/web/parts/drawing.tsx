// SPDX-License-Identifier: EUPL-1.2
import type { Drawing } from '@schouw/report/drawings'
import { useEffect, useRef } from 'react'
import { useNavigate } from 'react-router'
import { useWords } from '../words/language.tsx'

interface DrawingProps {
  readonly wide: Drawing
  readonly narrow: Drawing
}

/** A picture of ours, and beside it a table that says the same. */
export function Picture({ wide, narrow }: DrawingProps) {
  const { asTable } = useWords()
  const { table } = wide
  const figure = useOwnLinks()
  return (
    <figure ref={figure} className="picture">
      {/* Made by our own drawing code, which escapes every text. */}
      <div className="wide" dangerouslySetInnerHTML={{ __html: wide.svg }} />
      <div className="narrow" dangerouslySetInnerHTML={{ __html: narrow.svg }} />
      <details>
        <summary>{asTable}</summary>
        <div className="scroll">
          <table className="table">
            <caption>{table.caption}</caption>
            <thead>
              <tr>
                {table.columns.map(({ title, isNumber }) => (
                  <th key={title} scope="col" className={isNumber ? 'number' : undefined}>
                    {title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map((row) => (
                <tr key={row[0]}>
                  {row.map((cell, at) => (
                    <td
                      key={table.columns[at]?.title ?? at}
                      className={table.columns[at]?.isNumber === true ? 'number' : undefined}
                    >
                      {cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  )
}

/** A link within a drawing stays within the application, like any other. */
function useOwnLinks() {
  const figure = useRef<HTMLElement>(null)
  const go = useNavigate()
  useEffect(() => {
    const { current } = figure
    const follow = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[href^="/"]') : null
      const to = link?.getAttribute('href')
      if (typeof to !== 'string' || event.ctrlKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      void go(to)
    }
    current?.addEventListener('click', follow)
    return () => current?.removeEventListener('click', follow)
  }, [go])
  return figure
}
