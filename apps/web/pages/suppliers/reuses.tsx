// SPDX-License-Identifier: EUPL-1.2
import type { ReviewAnswer } from '../../data/chain.ts'
import { useEventWords } from './event-words.ts'

/** Files with earlier answers that the supplier brought along, each with what its signature said. */
export function Reuses({ reuses }: { readonly reuses: ReviewAnswer['reuses'] }) {
  const { reuses: words } = useEventWords()
  if (reuses.length === 0) return null
  return (
    <section aria-labelledby="reuses">
      <h2 id="reuses">{words.title}</h2>
      {reuses.map((one) => (
        <div key={one.at}>
          <p className={one.verdict === 'changed' ? 'broken' : undefined}>
            {one.verdict === 'changed' ? words.changed(one.name) : words.intact(one)}
          </p>
          {one.verdict === 'intact' && one.signer !== null && (
            <p className="quiet">
              {words.key} <span className="mono handed">{one.signer}</span>. {words.keyHelp}
            </p>
          )}
        </div>
      ))}
    </section>
  )
}
