// SPDX-License-Identifier: EUPL-1.2
import { Button, Group, NativeSelect, Textarea } from '@mantine/core'
import { kinds } from '@schouw/core/registers'
import { objectionHours } from '@schouw/core/registers/bodies'
import { registerTongue } from '@schouw/report/registers'
import { useState } from 'react'
import { useKept } from '../../data/kept.ts'
import { useMay } from '../../data/may.ts'
import { useStep } from '../../data/records.ts'
import { BodyRefusal } from '../../parts/body-refusal.tsx'
import { dayAndTime } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { useSignWords } from './signing.tsx'

interface ObjectingProps {
  readonly vote: string
  readonly castAt: string
  readonly decision: string
  readonly person: string
}

const { options } = kinds.objection.fields.ground

/** Until when a vote of one’s own can be taken back, what that does, and doing it. */
export function Objecting({ vote, castAt, decision, person }: ObjectingProps) {
  const { language } = useLanguage()
  const words = useSignWords()
  const tongue = registerTongue(language)
  const allowed = useMay()
  const step = useStep('objection')
  const [isOpen, setIsOpen] = useState(false)
  const [said, setSaid, forget] = useKept(`draft/objection/${vote}`, { ground: '', reason: '' })
  const until = new Date(Date.parse(castAt) + objectionHours * 3_600_000).toISOString()
  if (!allowed('create', 'objection', { id: '', state: '', values: { person } })) return null
  const object = () => {
    const reason = said.reason.trim() === '' ? {} : { reason: said.reason.trim() }
    const at = new Date().toISOString()
    const { ground } = said
    step.mutate(
      { do: 'create', values: { decision, vote, person, objected_at: at, ground, ...reason } },
      { onSuccess: forget },
    )
  }
  return (
    <div className="no-print">
      <p className="quiet">
        {words.mayTakeBack(dayAndTime(until, language))}{' '}
        {!isOpen && (
          <Button size="compact-xs" variant="subtle" onClick={() => setIsOpen(true)}>
            {words.takeBack}
          </Button>
        )}
      </p>
      {isOpen && (
        <div>
          <p>{words.takeBackDoes}</p>
          <BodyRefusal error={step.error} />
          <NativeSelect
            label={words.ground}
            maw="20rem"
            value={said.ground}
            onChange={(event) => setSaid({ ...said, ground: event.currentTarget.value })}
          >
            <option value="">–</option>
            {options.map((one) => (
              <option key={one} value={one}>
                {tongue.code('objection', one, 'ground')}
              </option>
            ))}
          </NativeSelect>
          <Textarea
            label={words.groundReason}
            autosize
            maw="42rem"
            value={said.reason}
            onChange={(event) => setSaid({ ...said, reason: event.currentTarget.value })}
          />
          <Group mt="xs">
            <Button
              variant="default"
              disabled={said.ground === ''}
              loading={step.isPending}
              onClick={object}
            >
              {words.object}
            </Button>
          </Group>
        </div>
      )}
    </div>
  )
}
