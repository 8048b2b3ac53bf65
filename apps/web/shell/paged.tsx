// SPDX-License-Identifier: EUPL-1.2
import { type ComponentType, use } from 'react'
import { firstLanguage } from '../words/language.tsx'
import { spokenHere } from '../words/spoken.ts'

/** A page whose code is fetched when somebody goes there, or before by whoever knows they will. */
export interface Paged<Props> {
  (props: Props): React.ReactNode
  /** Resolves when it can be drawn without waiting: its code is here, and its words. */
  readonly fetch: () => Promise<void>
}

/**
 * Waits under the nearest `Suspense` while its code is not here; once it is, it is drawn at once.
 * A page that waited, if only for a turn, is held back by React for as long as a blink.
 */
export function paged<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): Paged<Props> {
  let here: ComponentType<Props> | undefined
  let coming: Promise<void> | undefined
  const come = async () => {
    const found = await load()
    await spokenHere(firstLanguage())
    here = found
  }
  const fetch = () => {
    coming ??= come()
    return coming
  }
  const Page = (props: Props) => {
    if (here === undefined) use(fetch())
    if (here === undefined) return null
    const Here = here
    return <Here {...props} />
  }
  return Object.assign(Page, { fetch })
}
