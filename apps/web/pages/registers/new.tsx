// SPDX-License-Identifier: EUPL-1.2
import { useNavigate, useSearchParams } from 'react-router'
import { forgetDraft } from '../../data/kept-draft.ts'
import { useStep } from '../../data/records.ts'
import { Title } from '../../parts/title.tsx'
import { useWords } from '../../words/language.tsx'
import { Missing } from '../missing.tsx'
import { valuesIn, valuesOf } from './draft.ts'
import { type Register, useRegister } from './kind-of-page.ts'
import { RecordForm } from './record-form.tsx'

export function NewRecord() {
  const register = useRegister()
  return register === undefined ? <Missing /> : <Making key={register.plural} {...register} />
}

function Making({ kind, plural, tongue, one, help }: Register) {
  const { registers: words } = useWords()
  const go = useNavigate()
  const step = useStep(kind.name)
  const [given] = useSearchParams()
  const values = valuesIn(kind, given)
  // What was begun for one thing is no draft for the next.
  const draftKey = `draft/${plural}/new${Object.keys(values).length === 0 ? '' : `?${given}`}`
  const leave = (to: string) => {
    forgetDraft(draftKey)
    void go(to)
  }
  return (
    <>
      <Title name={words.make(one)} />
      <p className="quiet">{help}</p>
      <RecordForm
        kind={kind}
        tongue={tongue}
        draftKey={draftKey}
        values={values}
        error={step.error}
        isBusy={step.isPending}
        onSave={(draft) =>
          step.mutate(
            { do: 'create', values: valuesOf(kind, draft) },
            { onSuccess: ({ id }) => leave(`/registers/${plural}/${id}`) },
          )
        }
        onCancel={() => leave(`/registers/${plural}`)}
      />
    </>
  )
}
