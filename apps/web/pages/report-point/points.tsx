// SPDX-License-Identifier: EUPL-1.2
import { Button, TextInput } from '@mantine/core'
import type { AnswerOf } from '@schouw/contract/client'
import { posterWords } from '@schouw/report/poster'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../../data/api.ts'
import { useKeptForm } from '../../data/kept.ts'
import { saved } from '../../data/saved.ts'
import { steppedUp } from '../../data/step-up.ts'
import { Glossed } from '../../parts/glossed.tsx'
import { QrOf } from '../../parts/qr-of.tsx'
import { Ready, Refusal } from '../../parts/state.tsx'
import { day } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import './report-point.css'
import { useReportPointWords } from './words.ts'

const key = ['report-points'] as const

/** Where people can tell without an account; making one shows its poster, once. */
export function ReportPoints() {
  const { language } = useLanguage()
  const words = useReportPointWords()
  const queries = useQueryClient()
  const points = useQuery({ queryKey: key, queryFn: () => api.call('GET /api/v1/report-points') })
  const refresh = { onSettled: () => queries.invalidateQueries({ queryKey: key }) }
  const made = useMutation({
    mutationFn: (name: string) =>
      steppedUp(() => api.call('POST /api/v1/report-points', { body: { name } })),
    ...refresh,
  })
  const ended = useMutation({
    mutationFn: (id: string) =>
      steppedUp(() => api.call('DELETE /api/v1/report-points/{id}', { params: { id } })),
    ...refresh,
  })
  const { kept, forget } = useKeptForm('draft/report-point')
  return (
    <section aria-labelledby="points">
      <h2 id="points">{words.points}</h2>
      <p className="prose">
        <Glossed text={words.pointsIntro} />
      </p>
      <Ready of={points}>
        {({ items }) => (
          <ul className="plain">
            {items.map(({ id, name, made_at, ended_at }) => (
              <li key={id}>
                {name}{' '}
                <span className="quiet">
                  · {words.made(day(made_at, language))}
                  {ended_at !== null && ` · ${words.ended}`}
                </span>{' '}
                {ended_at === null && (
                  <Button
                    size="compact-xs"
                    variant="default"
                    aria-label={`${words.end} ${name}`}
                    onClick={() => ended.mutate(id)}
                  >
                    {words.end}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Ready>
      <Refusal error={made.error ?? ended.error} />
      {made.data === undefined ? (
        <form
          {...kept}
          className="row"
          onSubmit={(event) => {
            event.preventDefault()
            made.mutate(String(new FormData(event.currentTarget).get('name')), {
              onSuccess: forget,
            })
          }}
        >
          <TextInput
            name="name"
            label={words.pointName}
            description={words.pointHelp}
            required
            maxLength={120}
          />
          <Button type="submit" variant="default" loading={made.isPending}>
            {words.make}
          </Button>
        </form>
      ) : (
        <Poster point={made.data} onClose={() => made.reset()} />
      )}
    </section>
  )
}

interface PosterProps {
  readonly point: AnswerOf<'POST /api/v1/report-points'>
  readonly onClose: () => void
}

function Poster({ point, onClose }: PosterProps) {
  const { language } = useLanguage()
  const words = useReportPointWords()
  const said = posterWords[language]
  const kept = useMutation({ mutationFn: () => savePoster(point.link, language) })
  return (
    <>
      <p className="ask no-print">{words.posterOnce}</p>
      <Refusal error={kept.error} />
      <div className="row no-print">
        <Button loading={kept.isPending} onClick={() => kept.mutate()}>
          {words.posterPdf}
        </Button>
        <Button variant="default" onClick={() => window.print()}>
          {words.print}
        </Button>
        <Button variant="default" onClick={onClose}>
          {words.close}
        </Button>
      </div>
      <article className="poster">
        <h3>{said.title}</h3>
        <p>
          <Glossed text={said.text} />
        </p>
        <QrOf text={point.link} label={said.how} />
        <p>
          <strong>{said.how}</strong>
        </p>
        <p>{said.urgent}</p>
        <p className="quiet">
          {point.name}
          <br />
          <span className="mono">{point.link}</span>
        </p>
      </article>
    </>
  )
}

async function savePoster(link: string, language: 'nl' | 'en'): Promise<void> {
  const body = JSON.stringify({ token: link.split('#')[1], language })
  const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }
  const asked = { method: 'POST', credentials: 'same-origin', headers, body } as const
  const came = await fetch('/api/v1/report-points/poster', asked)
  if (!came.ok) throw new Error(`no poster: ${came.status}`)
  await saved(came, 'poster.pdf')
}
