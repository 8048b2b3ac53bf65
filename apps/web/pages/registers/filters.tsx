// SPDX-License-Identifier: EUPL-1.2
import { lazy, Suspense, useState } from 'react'
import type { FiltersProps } from './filter-fields.tsx'
import { useListWords } from './looking-words.ts'

const Fields = lazy(async () => ({ default: (await import('./filter-fields.tsx')).FilterFields }))

/** By state and by every choice of the kind; drawn when somebody opens it. */
export function Filters(props: FiltersProps) {
  const words = useListWords()
  const [isOpen, setIsOpen] = useState(false)
  const count = Object.keys(props.view.chosen).length
  return (
    <details
      className="filters no-print"
      open={count > 0 || undefined}
      onToggle={(event) => setIsOpen(event.currentTarget.open)}
    >
      <summary>{words.filter(count)}</summary>
      {(isOpen || count > 0) && (
        <Suspense fallback={null}>
          <Fields {...props} />
        </Suspense>
      )}
    </details>
  )
}
