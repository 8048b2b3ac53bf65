// SPDX-License-Identifier: EUPL-1.2
import { Alert } from '@mantine/core'
import type { ReactNode } from 'react'
import { useAdministrationWords } from './words.ts'

interface PartProps {
  readonly id: string
  readonly title: string
  readonly text?: string
  readonly children: ReactNode
}

export function Part({ id, title, text, children }: PartProps) {
  return (
    <section aria-labelledby={id} className="part">
      <h2 id={id}>{title}</h2>
      {text !== undefined && <p className="quiet prose">{text}</p>}
      {children}
    </section>
  )
}

/** What the server tells this once and never again. */
export function Once({ lines }: { readonly lines: readonly (readonly [string, string])[] }) {
  const words = useAdministrationWords()
  return (
    <Alert variant="outline" color="water" role="status" my="sm">
      <p>{words.once}</p>
      <dl className="facts">
        {lines.map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd className="mono">{value}</dd>
          </div>
        ))}
      </dl>
    </Alert>
  )
}
