// SPDX-License-Identifier: EUPL-1.2
import { type DateAsked, Picker, useDateTyped } from './date-typed.tsx'

/** A day in a line of text; light enough for the first page. */
export function BareDate({ label, ...asked }: DateAsked & { readonly label: string }) {
  const { field, picker, wrong } = useDateTyped(asked)
  return (
    <span className="bare-date">
      <input {...field} aria-label={label} aria-invalid={wrong !== undefined} title={wrong} />
      <Picker {...picker} />
    </span>
  )
}
