// SPDX-License-Identifier: EUPL-1.2
import { Button, Stack, TextInput } from '@mantine/core'
import { type Sensor, useSetSensor } from '../../data/sensors.ts'
import { Refusal } from '../../parts/state.tsx'
import { useSensorsWords } from './words.ts'

/** What it looks at and how often; the server signs it, the sensor reports back. */
export function Settings({ sensor }: { readonly sensor: Sensor }) {
  const words = useSensorsWords()
  const setting = useSetSensor(sensor.id)
  const { version, values } = sensor.settings
  return (
    <details>
      <summary>{words.settings}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          const form = new FormData(event.currentTarget)
          const text = (name: string) => String(form.get(name) ?? '').trim()
          setting.mutate({
            version,
            values: {
              every_s: Number(text('every')),
              filter: text('filter'),
              most_packets: Number(text('most')),
              folder: text('folder'),
            },
          })
        }}
      >
        <p className="quiet prose">{words.settingsHelp}</p>
        <Stack maw="32rem" gap="sm">
          <TextInput
            name="filter"
            label={words.filter}
            description={words.filterHelp}
            defaultValue={values.filter}
            maxLength={1000}
            spellCheck={false}
          />
          <TextInput
            name="every"
            type="number"
            label={words.every}
            defaultValue={values.every_s}
            min={1}
            max={3600}
            required
          />
          <TextInput
            name="most"
            type="number"
            label={words.most}
            defaultValue={values.most_packets}
            min={1000}
            max={100_000_000}
            required
          />
          <TextInput
            name="folder"
            label={words.folder}
            description={words.folderHelp}
            defaultValue={values.folder}
            maxLength={200}
            spellCheck={false}
          />
          <div>
            <Button type="submit" variant="default" loading={setting.isPending}>
              {words.save}
            </Button>
          </div>
        </Stack>
        <Refusal error={setting.error} />
        {setting.isSuccess && <output>{words.saved}</output>}
      </form>
    </details>
  )
}
