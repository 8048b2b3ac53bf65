// SPDX-License-Identifier: EUPL-1.2
import { NativeSelect, type TextInputProps } from '@mantine/core'
import { useState } from 'react'
import { useLanguage } from '../words/language.tsx'
import { instantsEn } from '../words/pages/instants-en.ts'
import { instantsNl } from '../words/pages/instants-nl.ts'
import { DateField } from './date-field.tsx'
import { useTimes } from './times.ts'
import { instantOf, instantsAt, momentIn, wallOf } from './wall-time.ts'

interface InstantProps {
  readonly label: string
  readonly description?: string
  readonly error?: string
  readonly withAsterisk?: boolean
  readonly required?: boolean
  /** An instant in UTC, or empty; with `tellsAll` also what was typed and is no time. */
  readonly value: string
  readonly onChange: (value: string) => void
  readonly tellsAll?: boolean
}

/**
 * A moment as the clock on the organisation's wall shows it, whatever that of the browser says. Of
 * the hour that comes twice in autumn it asks which; of the one skipped in spring it says so.
 */
export function InstantField({ description = '', value, onChange, ...shown }: InstantProps) {
  const { language } = useLanguage()
  const words = { nl: instantsNl, en: instantsEn }[language]
  const { zone } = useTimes()
  const [skipped, setSkipped] = useState('')
  const wall = isInstant(value) ? wallOf(Date.parse(value), zone) : value
  const both = isWall(wall) ? instantsAt(wall, zone) : []
  const isSecond = both.length === 2 && Date.parse(value) >= (both[1] ?? 0)
  const take = (typed: string) => {
    setSkipped('')
    if (!isWall(typed)) return onChange(typed)
    const found = instantsAt(typed, zone)
    if (found.length === 0) setSkipped(typed)
    const at = (isSecond ? found[1] : undefined) ?? instantOf(typed, zone)
    onChange(new Date(at).toISOString())
  }
  const help: TextInputProps['description'] = [description, zone]
    .filter((one) => one !== '')
    .join(' · ')
  return (
    <div>
      <DateField {...shown} withTime description={help} value={wall} onChange={take} />
      {skipped !== '' && (
        <p className="ask" role="status">
          {words.skipped(skipped.slice(11))}
        </p>
      )}
      {both.length === 2 && (
        <NativeSelect
          mt={6}
          label={words.twice}
          value={isSecond ? '1' : '0'}
          data={both.map((at, nth) => ({
            value: String(nth),
            label: words.which(nth, momentIn(new Date(at).toISOString(), { language, zone })),
          }))}
          onChange={(event) => {
            const at = both[Number(event.currentTarget.value)]
            if (at !== undefined) onChange(new Date(at).toISOString())
          }}
        />
      )}
    </div>
  )
}

function isInstant(value: string): boolean {
  return /T.*Z$/.test(value) && !Number.isNaN(Date.parse(value))
}

function isWall(value: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(value)
}
