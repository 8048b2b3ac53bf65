// SPDX-License-Identifier: EUPL-1.2
import { type ReactNode, useEffect } from 'react'

/** The heading of a page, which also names the window. */
export function Title({
  children,
  name,
}: {
  readonly children?: ReactNode
  readonly name: string
}) {
  useEffect(() => {
    document.title = `${name} · Schouw`
  }, [name])
  return <h1>{children ?? name}</h1>
}
