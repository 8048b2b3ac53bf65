// SPDX-License-Identifier: EUPL-1.2
import { Button, Checkbox, TextInput } from '@mantine/core'
import { Link } from 'react-router'
import { useKeptForm } from '../../data/kept.ts'
import { useForgetView, useKeepView, useViews } from '../../data/looking.ts'
import { useSession } from '../../data/session.ts'
import { Refusal } from '../../parts/state.tsx'
import type { Register } from './kind-of-page.ts'
import { useListWords, useLookingWords } from './looking-words.ts'
import { addressOf, type View } from './view.ts'

interface KeptProps {
  readonly register: Register
  readonly view: View
}

/** Views under a name, one's own and those that others share; what one shows is in its address. */
export function KeptViews({ register: { plural }, view }: KeptProps) {
  const words = useListWords()
  const looking = useLookingWords()
  const { kept, forget: clear } = useKeptForm(`draft/view/${plural}`)
  const { data } = useViews(plural)
  const keep = useKeepView(plural)
  const forget = useForgetView(plural)
  const organisation = useSession().data?.organisation
  const mayForget = (by: string, isShared: boolean) =>
    by === organisation?.person || (isShared && organisation?.roles.includes('ciso') === true)
  const items = data?.items ?? []
  return (
    <>
      <p className="quiet">{words.view}</p>
      <form
        {...kept}
        className="row"
        onSubmit={(event) => {
          event.preventDefault()
          const given = new FormData(event.currentTarget)
          const name = String(given.get('name') ?? '').trim()
          if (name === '') return
          keep.mutate(
            {
              name,
              address: addressOf(view).toString(),
              is_shared: given.get('shared') !== null,
            },
            { onSuccess: clear },
          )
        }}
      >
        <TextInput size="xs" name="name" label={words.keepName} maxLength={60} />
        <Checkbox size="xs" name="shared" label={looking.shared} mb={6} />
        <Button size="xs" variant="default" type="submit" loading={keep.isPending}>
          {words.keep}
        </Button>
      </form>
      <Refusal error={keep.error ?? forget.error} />
      {items.length > 0 && (
        <p>
          {words.kept}{' '}
          {items.map(({ id, name, address, is_shared, made }) => (
            <span key={id} className="kept">
              <Link to={`/registers/${plural}?${address}`}>{name}</Link>{' '}
              {is_shared && <span className="quiet">({looking.sharedBy})</span>}{' '}
              {mayForget(made.by, is_shared) && (
                <button
                  type="button"
                  className="sort"
                  aria-label={words.forget(name)}
                  onClick={() => forget.mutate(id)}
                >
                  ×
                </button>
              )}
            </span>
          ))}
        </p>
      )}
    </>
  )
}
