// SPDX-License-Identifier: EUPL-1.2
import { Button, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../data/api.ts'
import { useKeptForm } from '../../data/kept.ts'
import { PersonName } from '../../parts/record-link.tsx'
import { Ready, Refusal } from '../../parts/state.tsx'
import { day } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { useActing } from './acting.ts'
import { Once, Part } from './part.tsx'
import { useAdministrationWords } from './words.ts'

/** Who watches the log from outside. */
export function Followers() {
  const { language } = useLanguage()
  const words = useAdministrationWords()
  const own = words.followers
  const queryKey = ['followers']
  const list = useQuery({ queryKey, queryFn: () => api.call('GET /api/v1/log/followers') })
  const { kept, forget } = useKeptForm('draft/administration/follower')
  const make = useActing('followers', (name: string) =>
    api.call('POST /api/v1/log/followers', { body: { name } }),
  )
  const end = useActing('followers', (id: string) =>
    api.call('DELETE /api/v1/log/followers/{id}', { params: { id } }),
  )
  const open = (list.data?.items ?? []).filter((one) => one.ended_at === null)
  return (
    <Part id="followers" title={own.title} text={own.text}>
      <Ready of={list}>
        {() =>
          open.length === 0 ? (
            <p>{words.none}</p>
          ) : (
            <ul className="plain">
              {open.map(({ id, name, made_at, made_by, until }) => (
                <li key={id}>
                  <strong>{name}</strong>{' '}
                  <span className="quiet">
                    {day(made_at, language)}, <PersonName id={made_by} />,{' '}
                    {until === null ? words.noEnd : words.until(day(until, language))}
                  </span>{' '}
                  <Button
                    size="compact-xs"
                    variant="default"
                    aria-label={`${words.end}: ${name}`}
                    onClick={() => end.mutate(id)}
                  >
                    {words.end}
                  </Button>
                </li>
              ))}
            </ul>
          )
        }
      </Ready>
      <form
        {...kept}
        onSubmit={(event) => {
          event.preventDefault()
          const name = String(new FormData(event.currentTarget).get('name'))
          make.mutate(name, { onSuccess: forget })
        }}
      >
        {make.data !== undefined && (
          <Once
            lines={[
              [own.prefix, make.data.prefix],
              [own.keys, make.data.keys.join(' ')],
            ]}
          />
        )}
        <div className="row">
          <TextInput name="name" label={words.name} required maxLength={120} />
          <Button type="submit" variant="default" loading={make.isPending}>
            {words.add}
          </Button>
        </div>
        <Refusal error={make.error ?? end.error} />
      </form>
    </Part>
  )
}
