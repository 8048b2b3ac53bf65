// SPDX-License-Identifier: EUPL-1.2
import { Button, Stack, Textarea, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { DateField } from '../../parts/date-field.tsx'
import { Refusal } from '../../parts/state.tsx'
import { outside } from './outside.ts'
import { useSupplierWords } from './words.ts'

/** Something went wrong at the supplier's: told at once, whatever became of the questions. */
export function Trouble({ token, writer }: { readonly token: string; readonly writer: string }) {
  const { trouble: words } = useSupplierWords()
  const told = useMutation({
    mutationFn: (form: FormData) => {
      const text = (name: string) => String(form.get(name) ?? '').trim()
      const since = text('since')
      return outside.call('POST /api/v1/questionnaire/notices', {
        body: {
          ...{ token, writer, what: text('what'), contact: text('contact') },
          ...(since === '' ? {} : { noticed_at: new Date(since).toISOString() }),
        },
      })
    },
  })
  return (
    <details className="trouble">
      <summary>{words.title}</summary>
      {told.isSuccess ? (
        <p role="status">{words.sent}</p>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            told.mutate(new FormData(event.currentTarget))
          }}
        >
          <Stack>
            <p>{words.help}</p>
            <Textarea
              name="what"
              label={words.what}
              required
              autosize
              minRows={3}
              maxLength={8000}
              size="md"
            />
            <DateField withTime name="since" label={words.since} size="md" />
            <TextInput name="contact" label={words.contact} maxLength={254} size="md" />
            <Refusal error={told.error} />
            <Button type="submit" loading={told.isPending} fullWidth>
              {words.send}
            </Button>
          </Stack>
        </form>
      )}
    </details>
  )
}
