// SPDX-License-Identifier: EUPL-1.2
import { type RefObject, useEffect, useRef, useState } from 'react'
import { day } from '../words/dates.ts'
import { useLanguage, useWords } from '../words/language.tsx'
import './date-field.css'
import { shownDate, typedDate } from './typed-date.ts'

export interface DateAsked {
  /** `2026-12-31`, with `T14:30` behind it when a time is asked; empty when there is none. */
  readonly value?: string | undefined
  readonly defaultValue?: string | undefined
  readonly onChange?: ((value: string) => void) | undefined
  readonly name?: string | undefined
  readonly min?: string | undefined
  readonly max?: string | undefined
  readonly withTime?: boolean
  /** Tells of what is no date too, for a form that refuses it in its own words. */
  readonly tellsAll?: boolean
  readonly disabled?: boolean | undefined
}

/** What is typed stays as it was typed; the field of the browser behind it holds what a form sends. */
export function useDateTyped({
  value,
  defaultValue,
  onChange,
  name,
  min,
  max,
  withTime = false,
  tellsAll = false,
  disabled,
}: DateAsked) {
  const { words, language } = useLanguage()
  const typed = useRef<HTMLInputElement>(null)
  const own = useRef<HTMLInputElement>(null)
  const [wrong, setWrong] = useState('')
  const begun = value ?? defaultValue ?? ''

  const judged = (text: string, isDone: boolean): string => {
    const iso = typedDate(text, { withTime, isDone })
    const said =
      text.trim() === ''
        ? ''
        : iso === ''
          ? words.dates.wrong[withTime ? 'time' : 'day']
          : min !== undefined && iso < min
            ? words.dates.from(day(min, language))
            : max !== undefined && iso > max
              ? words.dates.until(day(max, language))
              : ''
    typed.current?.setCustomValidity(said)
    if (isDone || said === '') setWrong(said)
    return iso
  }
  const tell = (text: string, isDone: boolean) => {
    const iso = judged(text, isDone)
    if (own.current !== null) own.current.value = iso
    if (!isDone || iso !== typedDate(text, { withTime, isDone: false })) {
      onChange?.(iso === '' && tellsAll ? text : iso)
    }
    return iso
  }
  const show = (iso: string) => {
    if (typed.current !== null) typed.current.value = shownDate(iso, language)
    judged(iso, true)
  }

  useEffect(() => {
    if (value === undefined || typed.current === null) return
    const said = typedDate(typed.current.value, { withTime, isDone: true })
    if (value !== said && value !== typed.current.value) {
      typed.current.value = shownDate(value, language)
    }
    if (own.current !== null) own.current.value = typedDate(value, { withTime, isDone: true })
  }, [value, withTime, language])

  const field = {
    ref: typed,
    disabled,
    defaultValue: shownDate(begun, language),
    placeholder: words.dates.shape[withTime ? 'time' : 'day'],
    autoComplete: 'off',
    inputMode: withTime ? ('text' as const) : ('numeric' as const),
    onInput: () => tell(typed.current?.value ?? '', false),
    onBlur: () => {
      const iso = tell(typed.current?.value ?? '', true)
      if (iso !== '') show(iso)
    },
  }
  const picker: PickerProps = {
    ...{ name, own, withTime, disabled, show },
    begun: typedDate(begun, { withTime, isDone: true }),
    onPick: (iso) => {
      show(iso)
      onChange?.(iso)
    },
  }
  return { field, picker, wrong: wrong === '' ? undefined : wrong }
}

interface PickerProps {
  readonly name: string | undefined
  readonly own: RefObject<HTMLInputElement | null>
  readonly begun: string
  readonly withTime: boolean
  readonly disabled: boolean | undefined
  readonly show: (iso: string) => void
  readonly onPick: (iso: string) => void
}

/** The field of the browser: its calendar, and the value as a form sends it. */
export function Picker({ name, own, begun, withTime, disabled, show, onPick }: PickerProps) {
  const { dates } = useWords()
  return (
    <span className="calendar">
      <button
        type="button"
        aria-label={dates.pick}
        disabled={disabled}
        onClick={() => own.current?.showPicker()}
      >
        <Calendar />
      </button>
      <input
        ref={(element) => {
          own.current = element
          const filled = () => show(element?.value ?? '')
          element?.addEventListener('filled', filled)
          return () => element?.removeEventListener('filled', filled)
        }}
        type={withTime ? 'datetime-local' : 'date'}
        name={name}
        defaultValue={begun}
        disabled={disabled}
        tabIndex={-1}
        aria-hidden="true"
        onInput={(event) => onPick(event.currentTarget.value)}
      />
    </span>
  )
}

function Calendar() {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <path
        d="M2.5 4h11v9.5h-11zM2.5 7h11M5.5 2v2.5M10.5 2v2.5"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.3"
      />
    </svg>
  )
}
