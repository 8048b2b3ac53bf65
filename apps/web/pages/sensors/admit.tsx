// SPDX-License-Identifier: EUPL-1.2
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useList } from '../../data/records.ts'
import { type Sensors, useMakeSensorCode, useWithdrawSensorCode } from '../../data/sensors.ts'
import { Refusal } from '../../parts/state.tsx'
import { dayAndTime } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { useSensorsWords } from './words.ts'

/** A code for one site, told once, and what to type where the sensor stands. */
export function Admit({ codes }: { readonly codes: Sensors['codes'] }) {
  const { language } = useLanguage()
  const words = useSensorsWords()
  const sites = useList('site', { limit: 100, sort: 'title' })
  const made = useMakeSensorCode()
  const withdrawn = useWithdrawSensorCode()
  const items = sites.data?.pages.flatMap((page) => page.items) ?? []
  const siteOf = (id: string) => items.find((one) => one.id === id)?.values.name ?? words.noSite
  return (
    <section className="no-print" aria-labelledby="admit">
      <h2 id="admit">{words.admit}</h2>
      <p className="prose">{words.admitIntro}</p>
      {made.data !== undefined && (
        <div className="ask" role="status">
          <p>{words.once}</p>
          <p className="mono said">
            schouw sensor enrol --hub {made.data.hub} --code - --identity sensor.identity
          </p>
          <p className="mono said">{made.data.code}</p>
          <p className="quiet">
            {words.pasting} {words.until(dayAndTime(made.data.expires_at, language))}.
          </p>
        </div>
      )}
      <form
        className="row"
        onSubmit={(event) => {
          event.preventDefault()
          const form = new FormData(event.currentTarget)
          const { currentTarget } = event
          made.mutate(
            { site: String(form.get('site')), name: String(form.get('name')) },
            { onSuccess: () => currentTarget.reset() },
          )
        }}
      >
        <NativeSelect
          name="site"
          label={words.site}
          required
          data={[
            { value: '', label: words.chooseSite },
            ...items.map(({ id, values }) => ({ value: id, label: values.name ?? id })),
          ]}
        />
        <TextInput
          name="name"
          label={words.name}
          placeholder={words.nameHelp}
          required
          maxLength={120}
        />
        <Button type="submit" variant="default" loading={made.isPending}>
          {words.makeCode}
        </Button>
      </form>
      <Refusal error={made.error ?? withdrawn.error} />
      {codes.length > 0 && (
        <>
          <h3>{words.open}</h3>
          <ul className="plain">
            {codes.map(({ id, name, site, expires_at }) => (
              <li key={id}>
                <span className="stranger">{name}</span>, {siteOf(site)}{' '}
                <span className="quiet">{words.until(dayAndTime(expires_at, language))}</span>{' '}
                <Button
                  size="compact-xs"
                  variant="default"
                  aria-label={`${words.withdraw} ${name}`}
                  onClick={() => withdrawn.mutate(id)}
                >
                  {words.withdraw}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
