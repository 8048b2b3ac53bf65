// SPDX-License-Identifier: EUPL-1.2

import { Button, TextInput } from '@mantine/core'
import { kinds, type RecordKind } from '@schouw/core/registers'
import { registerTongue } from '@schouw/report/registers'
import { useState } from 'react'
import { useKept } from '../../data/kept.ts'
import { usePending, useStep } from '../../data/records.ts'
import { useWaiting, type WaitingAct } from '../../data/waiting.ts'
import { BodyRefusal } from '../../parts/body-refusal.tsx'
import { Glossed } from '../../parts/glossed.tsx'
import { Ready } from '../../parts/state.tsx'
import { Title } from '../../parts/title.tsx'
import { useLanguage } from '../../words/language.tsx'
import { ForBoard } from '../decisions/for-board.tsx'
import { useDecideWords } from '../decisions/words.ts'
import { upper } from '../registers/page.tsx'
import { Value } from '../registers/value.tsx'
import { WaitingLine } from './line.tsx'

/** Everything that holds once I have looked at it, with what would change. */
export function Waiting() {
  const words = useDecideWords()
  return (
    <>
      <Title name={words.waitingTitle} />
      <p>
        <Glossed text={words.waitingIntro} />
      </p>
      <Ready of={useWaiting()}>
        {({ items, is_cut }) => (
          <>
            {items.length === 0 && <p>{words.waitingNone}</p>}
            {is_cut && <p className="ask">{words.waitingCut}</p>}
            {items.map((act) => (
              <One key={act.pending} act={act} />
            ))}
          </>
        )}
      </Ready>
    </>
  )
}

function One({ act }: { readonly act: WaitingAct }) {
  const words = useDecideWords()
  const step = useStep(act.kind)
  const [reason, setReason, forget] = useKept(`draft/decline/${act.id}`, '')
  const [isOpen, setIsOpen] = useState(false)
  const { pending, kind, id, version } = act
  const on = { kind, id, version }
  return (
    <article className="decision">
      <p>
        <WaitingLine act={act} />
      </p>
      {act.reason !== null && (
        <p>
          {words.reason}: {act.reason}
        </p>
      )}
      <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
        <summary>{words.what}</summary>
        {isOpen && <What act={act} />}
      </details>
      <ForBoard pending={pending} />
      <BodyRefusal error={step.error} />
      <div className="row">
        <Button
          size="xs"
          loading={step.isPending}
          onClick={() => step.mutate({ do: 'approve', on, pending })}
        >
          {words.approve}
        </Button>
        <TextInput
          size="xs"
          label={words.declineReason}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Button
          size="xs"
          variant="default"
          disabled={reason.trim() === ''}
          onClick={() =>
            step.mutate(
              { do: 'decline', on, pending, reason: reason.trim() },
              { onSuccess: forget },
            )
          }
        >
          {words.decline}
        </Button>
      </div>
    </article>
  )
}

/** The values that were asked for. */
function What({ act }: { readonly act: WaitingAct }) {
  const { words, language } = useLanguage()
  const tongue = registerTongue(language)
  const { data } = usePending(act.kind, act.id)
  const found = data?.items.find(({ pending }) => pending === act.pending)
  const kind: RecordKind = kinds[act.kind]
  const asked = found?.act['values'] ?? found?.act['patch']
  const values = Object.entries(typeof asked === 'object' && asked !== null ? asked : {})
  return (
    <dl className="facts">
      {values.map(([name, value]) => {
        const field = kind.fields[name]
        return field === undefined ? null : (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{upper(tongue.field(act.kind, name)[0])}</dt>
            <dd>
              {value === null ? (
                <span className="quiet">{words.registers.notFilled}</span>
              ) : (
                <Value kind={act.kind} path={name} field={field} value={value} tongue={tongue} />
              )}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
