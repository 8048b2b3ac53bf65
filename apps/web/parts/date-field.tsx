// SPDX-License-Identifier: EUPL-1.2
import { TextInput, type TextInputProps } from '@mantine/core'
import { type DateAsked, Picker, useDateTyped } from './date-typed.tsx'

type Shown = Omit<TextInputProps, keyof DateAsked | 'type' | 'onBlur' | 'onInput' | 'rightSection'>

/**
 * A day written as one's own language writes it, whatever the browser's is, or chosen from the
 * browser's calendar.
 */
export function DateField({
  value,
  defaultValue,
  onChange,
  name,
  min,
  max,
  withTime,
  tellsAll,
  disabled,
  ...shown
}: DateAsked & Shown) {
  const asked = { value, defaultValue, onChange, name, min, max, disabled }
  const { field, picker, wrong } = useDateTyped({
    ...asked,
    withTime: withTime === true,
    tellsAll: tellsAll === true,
  })
  return (
    <TextInput
      {...shown}
      {...field}
      disabled={disabled === true}
      error={shown.error ?? wrong}
      rightSection={<Picker {...picker} />}
    />
  )
}
