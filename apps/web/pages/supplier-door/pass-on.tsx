// SPDX-License-Identifier: EUPL-1.2
import { Button, Checkbox, TextInput } from '@mantine/core'
import { questions } from '@schouw/core/chain'
import { questionWords } from '@schouw/report/chain'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Refusal } from '../../parts/state.tsx'
import { useLanguage } from '../../words/language.tsx'
import { type FormProps, outside } from './outside.ts'
import { useSupplierWords } from './words.ts'

/** A link of its own for a colleague, for the parts that he or she knows about. */
export function PassOn({ token, given }: FormProps) {
  const { language } = useLanguage()
  const words = useSupplierWords()
  const { sections } = questionWords(language)
  const queries = useQueryClient()
  const again = () => queries.invalidateQueries({ queryKey: ['questionnaire'] })
  const [chosen, setChosen] = useState<string[]>([])
  const made = useMutation({
    mutationFn: (name: string) =>
      outside.call('POST /api/v1/questionnaire/delegates', {
        body: { token, name, sections: chosen },
      }),
    onSettled: again,
  })
  const gone = useMutation({
    mutationFn: (id: string) =>
      outside.call('POST /api/v1/questionnaire/delegates/removal', { body: { token, id } }),
    onSettled: again,
  })
  const known = questions
    .questionsFor(given.tier)
    .map(({ section }) => section)
    .filter((one, at, all) => all.indexOf(one) === at)
  return (
    <details>
      <summary>{words.pass}</summary>
      <p>{words.passHelp}</p>
      <ul className="plain">
        {given.delegates
          .filter(({ is_open }) => is_open)
          .map(({ id, name, opened_at, sections: own }) => (
            <li key={id} className="row">
              {name}
              <span className="quiet">
                {own.map((one) => sections[one as questions.Section] ?? one).join(', ')} ·{' '}
                {opened_at === null ? words.notOpened : words.opened}
              </span>
              <Button size="compact-xs" variant="default" onClick={() => gone.mutate(id)}>
                {words.withdraw}
              </Button>
            </li>
          ))}
      </ul>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          made.mutate(String(new FormData(event.currentTarget).get('colleague') ?? '').trim())
        }}
      >
        <TextInput name="colleague" label={words.colleague} required maxLength={120} />
        <Checkbox.Group label={words.parts} value={chosen} onChange={setChosen}>
          {known.map((one) => (
            <Checkbox key={one} value={one} label={sections[one]} mt="xs" />
          ))}
        </Checkbox.Group>
        <Refusal error={made.error ?? gone.error} />
        <Button type="submit" mt="md" disabled={chosen.length === 0} loading={made.isPending}>
          {words.makeLink}
        </Button>
      </form>
      {made.data !== undefined && (
        <output>
          <p>{words.passed}</p>
          <p className="mono handed">{made.data.link}</p>
        </output>
      )}
    </details>
  )
}
