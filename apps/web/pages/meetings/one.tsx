// SPDX-License-Identifier: EUPL-1.2
import { Button } from '@mantine/core'
import { kinds } from '@schouw/core/registers'
import { registerTongue } from '@schouw/report/registers'
import { useMutation } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { api } from '../../data/api.ts'
import { useUploadFile } from '../../data/files.ts'
import { useMay } from '../../data/may.ts'
import { useRecord, useStep } from '../../data/records.ts'
import { Glossed } from '../../parts/glossed.tsx'
import { Ready, Refusal } from '../../parts/state.tsx'
import { FileOf } from '../../parts/stored-file.tsx'
import { Title } from '../../parts/title.tsx'
import { dayAndTime, number } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { Pending } from '../registers/pending.tsx'
import { Agenda } from './agenda.tsx'
import { Attendance } from './attendance.tsx'
import { isOpen, type Meeting } from './meeting.ts'
import { Minutes } from './minutes.tsx'
import { MinutesPaper } from './paper.tsx'
import { useMeetWords } from './words.ts'

/** One meeting, from the agenda to what was said: wide on a wall, one column on a phone. */
export function OneMeeting() {
  const { id = '' } = useParams()
  const words = useMeetWords()
  const record = useRecord('meeting', id)
  return (
    <>
      <p className="quiet">
        <Link to="/meetings">{words.all}</Link>
      </p>
      <Ready of={record}>{(found) => <Sheet meeting={found as Meeting} />}</Ready>
    </>
  )
}

function Sheet({ meeting }: { readonly meeting: Meeting }) {
  const { language } = useLanguage()
  const words = useMeetWords()
  const tongue = registerTongue(language)
  const { values, state, changed } = meeting
  return (
    <>
      <Title name={values.name ?? words.title} />
      <p>
        <strong>{tongue.code('meeting', values.body ?? '', 'body')}</strong> ·{' '}
        {tongue.code('meeting', state)}
        {values.planned_at !== undefined &&
          ` · ${words.planned(dayAndTime(values.planned_at, language))}`}
        {values.held_at !== undefined && ` · ${words.held(dayAndTime(values.held_at, language))}`}{' '}
        <span className="quiet">· {words.recorded(dayAndTime(changed.at, language))}</span>
      </p>
      <Pending kind={kinds.meeting} record={meeting} />
      <div className="sheet">
        <div>
          <Agenda meeting={meeting} />
          <Minutes meeting={meeting} />
          <MinutesPaper meeting={meeting} />
        </div>
        <div>
          <OnTable meeting={meeting} />
          <Attendance meeting={meeting} />
        </div>
      </div>
    </>
  )
}

/** The pack at the size of the log at which it was frozen, kept by its digest. */
function OnTable({ meeting }: { readonly meeting: Meeting }) {
  const { language } = useLanguage()
  const words = useMeetWords()
  const allowed = useMay()
  const step = useStep('meeting')
  const upload = useUploadFile()
  const { id, version, values } = meeting
  const freeze = useMutation({
    mutationFn: async () => {
      const { as_of: size } = await api.list('meeting', { limit: 1, fields: 'code' })
      const came = await fetch(`/api/v1/board-pack?language=${language}&as_of=${size}`)
      if (!came.ok) throw new Error(String(came.status))
      const name = `${values.code ?? 'pack'}-${size}.pdf`
      const file = new File([await came.blob()], name, { type: 'application/pdf' })
      const { sha256: pack } = await upload.mutateAsync(file)
      const on = { kind: 'meeting', id, version } as const
      return step.mutateAsync({ do: 'change', on, values: { log_size: size, pack } })
    },
  })
  return (
    <section className="block">
      <h2>{words.pack}</h2>
      {values.log_size !== undefined && <p>{words.frozen(number(values.log_size, language, 0))}</p>}
      {values.pack !== undefined && <FileOf digest={values.pack} />}
      {values.pack === undefined && isOpen(meeting) && allowed('change', 'meeting', meeting) && (
        <div className="no-print">
          <p className="quiet">
            <Glossed text={words.freezeWhy} />
          </p>
          <Refusal error={freeze.error} />
          <Button variant="default" loading={freeze.isPending} onClick={() => freeze.mutate()}>
            {words.freeze}
          </Button>
        </div>
      )}
    </section>
  )
}
