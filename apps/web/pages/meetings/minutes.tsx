// SPDX-License-Identifier: EUPL-1.2
import { Button, Group, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useKept } from '../../data/kept.ts'
import { useMay } from '../../data/may.ts'
import { useStep } from '../../data/records.ts'
import { DateField } from '../../parts/date-field.tsx'
import { NamedOption, PersonName } from '../../parts/record-link.tsx'
import { Refusal } from '../../parts/state.tsx'
import { dayAndTime } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { isOpen, type Meeting } from './meeting.ts'
import { useMeetWords } from './words.ts'

/** What was said, as it is said; the time is the secretary’s, the log knows when it was recorded. */
export function Minutes({ meeting }: { readonly meeting: Meeting }) {
  const { language } = useLanguage()
  const words = useMeetWords()
  const allowed = useMay()
  const spoken = meeting.values.spoken ?? []
  const mayWrite = isOpen(meeting) && allowed('change', 'meeting', meeting)
  return (
    <section className="block" aria-labelledby="said">
      <h2 id="said">{words.said}</h2>
      {spoken.length === 0 && <p className="quiet">{words.saidNone}</p>}
      <ul className="plain">
        {spoken.map((one) => (
          <li key={`${one.said_at} ${one.text}`}>
            <span className="quiet">
              {dayAndTime(one.said_at, language)}
              {one.number !== undefined && ` · ${one.number}`}
            </span>{' '}
            {one.speaker !== undefined && (
              <>
                <PersonName id={one.speaker} />:{' '}
              </>
            )}
            {one.text}
          </li>
        ))}
      </ul>
      {mayWrite && <Noting meeting={meeting} />}
      {mayWrite && allowed('create', 'action') && <Asking meeting={meeting} />}
    </section>
  )
}

function Noting({ meeting }: { readonly meeting: Meeting }) {
  const words = useMeetWords()
  const step = useStep('meeting')
  const { id, version, values } = meeting
  const [text, setText, forget] = useKept(`draft/minutes/${id}`, '')
  const [number, setNumber] = useKept(`draft/minutes-item/${id}`, '')
  const note = () => {
    const line = {
      said_at: new Date().toISOString(),
      text: text.trim().replaceAll(/\s+/g, ' ').slice(0, 1000),
      ...(number === '' ? {} : { number }),
    }
    step.mutate(
      {
        do: 'change',
        on: { kind: 'meeting', id, version },
        values: { spoken: [...(values.spoken ?? []), line] },
      },
      { onSuccess: forget },
    )
  }
  return (
    <div className="no-print">
      <Refusal error={step.error} />
      <NativeSelect
        label={words.noteItem}
        maw="20rem"
        value={number}
        onChange={(event) => setNumber(event.currentTarget.value)}
      >
        <option value="">–</option>
        {(values.agenda ?? []).map((row) => (
          <option key={row.number} value={row.number}>
            {row.number}. {row.subject.slice(0, 60)}
          </option>
        ))}
      </NativeSelect>
      <Textarea
        label={words.noteText}
        autosize
        minRows={2}
        maxLength={1000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button
        mt="xs"
        variant="default"
        disabled={text.trim() === ''}
        loading={step.isPending}
        onClick={note}
      >
        {words.note}
      </Button>
    </div>
  )
}

/** A decision asks for work: an action of its own, which comes back when it is not done. */
function Asking({ meeting }: { readonly meeting: Meeting }) {
  const words = useMeetWords()
  const step = useStep('action')
  const empty = { decision: '', name: '', due: '', owner: '' }
  const [asked, setAsked, forget] = useKept(`draft/asked/${meeting.id}`, empty)
  const decisions = (meeting.values.agenda ?? []).flatMap(({ decision }) => decision ?? [])
  if (decisions.length === 0) return null
  const make = () =>
    step.mutate(
      {
        do: 'create',
        values: {
          code: `B-${Date.now().toString(36).toUpperCase()}`,
          name: asked.name.trim(),
          origin: 'decision',
          sources: [asked.decision],
          ...(asked.due === '' ? {} : { due_on: asked.due }),
          ...(asked.owner === '' ? {} : { owner: asked.owner }),
        },
      },
      { onSuccess: forget },
    )
  return (
    <div className="no-print">
      <h3>{words.action}</h3>
      <Refusal error={step.error} />
      <Group align="end">
        <NativeSelect
          label={words.actionOf}
          value={asked.decision}
          onChange={(event) => setAsked({ ...asked, decision: event.currentTarget.value })}
        >
          <option value="">–</option>
          {decisions.map((id) => (
            <NamedOption key={id} id={id} />
          ))}
        </NativeSelect>
        <TextInput
          label={words.actionName}
          maxLength={200}
          value={asked.name}
          onChange={(event) => setAsked({ ...asked, name: event.currentTarget.value })}
        />
        <NativeSelect
          label={words.actionOwner}
          value={asked.owner}
          onChange={(event) => setAsked({ ...asked, owner: event.currentTarget.value })}
        >
          <option value="">–</option>
          {[...(meeting.values.present ?? []), ...(meeting.values.absent ?? [])].map((id) => (
            <NamedOption key={id} id={id} />
          ))}
        </NativeSelect>
        <DateField
          label={words.actionDue}
          value={asked.due}
          onChange={(due) => setAsked({ ...asked, due })}
        />
        <Button
          variant="default"
          disabled={asked.decision === '' || asked.name.trim() === ''}
          loading={step.isPending}
          onClick={make}
        >
          {words.actionMake}
        </Button>
      </Group>
      {step.isSuccess && <output>{words.actionMade}</output>}
    </div>
  )
}
