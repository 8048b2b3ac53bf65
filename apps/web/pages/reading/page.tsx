// SPDX-License-Identifier: EUPL-1.2

import { type ToRead, useConfirmMine, useMyReading } from '../../data/reading.ts'
import { Glossed } from '../../parts/glossed.tsx'
import { Ready } from '../../parts/state.tsx'
import { Title } from '../../parts/title.tsx'
import { TextToRead } from './text.tsx'
import { useReadingWords } from './words.ts'

/** What somebody with an account is asked to read; what was read stands below. */
export function MyReading() {
  const words = useReadingWords()
  return (
    <>
      <Title name={words.title} />
      <p>
        <Glossed text={words.intro} />
      </p>
      <Ready of={useMyReading()}>
        {({ items }) => {
          const open = items.filter(({ read_at: at }) => at === null)
          const done = items.filter(({ read_at: at }) => at !== null)
          return (
            <>
              {open.length === 0 && <p>{words.none}</p>}
              {open.map((one) => (
                <One key={one.receipt} text={one} />
              ))}
              {done.length > 0 && (
                <>
                  <h2>{words.done}</h2>
                  {done.map((one) => (
                    <details key={one.receipt}>
                      <summary>
                        {one.policy}, {words.version(one.version)}
                      </summary>
                      <One text={one} />
                    </details>
                  ))}
                </>
              )}
            </>
          )
        }}
      </Ready>
    </>
  )
}

function One({ text }: { readonly text: ToRead }) {
  const confirm = useConfirmMine()
  return (
    <div className="block">
      <TextToRead
        text={text}
        heading={<h2>{text.policy}</h2>}
        confirm={() => confirm.mutate(text.receipt)}
        isBusy={confirm.isPending}
        error={confirm.error}
        openFile={() => location.assign(`/api/v1/reading/mine/${text.receipt}/file`)}
      />
    </div>
  )
}
