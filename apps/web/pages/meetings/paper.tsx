// SPDX-License-Identifier: EUPL-1.2
import { Button, Group } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link } from 'react-router'
import { useUploadFile } from '../../data/files.ts'
import { useMay } from '../../data/may.ts'
import { usePending, useStep } from '../../data/records.ts'
import { Glossed } from '../../parts/glossed.tsx'
import { Refusal } from '../../parts/state.tsx'
import { FileOf } from '../../parts/stored-file.tsx'
import { useLanguage } from '../../words/language.tsx'
import { type Meeting, useAll } from './meeting.ts'
import { useMeetWords } from './words.ts'

/** The minutes as a paper: made as often as it takes, read, and adopted in a later meeting. */
export function MinutesPaper({ meeting }: { readonly meeting: Meeting }) {
  const { language } = useLanguage()
  const words = useMeetWords()
  const allowed = useMay()
  const step = useStep('meeting')
  const upload = useUploadFile()
  const later = useAll('meeting').filter(({ values }) =>
    ((values as Meeting['values']).agenda ?? []).some((row) => row.subject_record === meeting.id),
  )
  const waiting = usePending('meeting', meeting.id).data?.items ?? []
  const { id, version, values, state } = meeting
  const on = { kind: 'meeting', id, version } as const
  const make = useMutation({
    mutationFn: async () => {
      const came = await fetch(`/api/v1/minutes/${id}?language=${language}`)
      if (!came.ok) throw new Error(String(came.status))
      const name = `${values.code ?? 'minutes'}.pdf`
      const file = new File([await came.blob()], name, { type: 'application/pdf' })
      const { sha256: minutes } = await upload.mutateAsync(file)
      return step.mutateAsync({ do: 'change', on, values: { minutes } })
    },
  })
  if (state !== 'held' && state !== 'minutes_adopted') return null
  return (
    <section className="block" aria-labelledby="minutes-paper">
      <h2 id="minutes-paper">{words.minutes}</h2>
      {values.minutes !== undefined && <FileOf digest={values.minutes} />}
      {later.map((one) => (
        <p key={one.id}>
          {words.minutesIn}{' '}
          <Link to={`/meetings/${one.id}`}>{(one.values as Meeting['values']).name}</Link>
        </p>
      ))}
      <Refusal error={make.error ?? step.error} />
      {state === 'held' && waiting.length === 0 && allowed('change', 'meeting', meeting) && (
        <div className="no-print">
          <p className="quiet">
            <Glossed text={words.minutesWhy} />
          </p>
          <Group>
            <Button variant="default" loading={make.isPending} onClick={() => make.mutate()}>
              {values.minutes === undefined ? words.minutesMake : words.minutesAgain}
            </Button>
            {values.minutes !== undefined && allowed('move', 'meeting', meeting) && (
              <Button onClick={() => step.mutate({ do: 'move', on, to: 'minutes_adopted' })}>
                {words.minutesAdopt}
              </Button>
            )}
          </Group>
          {values.minutes !== undefined && <p className="quiet">{words.minutesAsk}</p>}
        </div>
      )}
    </section>
  )
}
