// SPDX-License-Identifier: EUPL-1.2
import { useCallback, useEffect, useRef, useState } from 'react'
import { read, write } from './kept-draft.ts'

type Kept<Value> = readonly [
  value: Value,
  set: (next: Value | ((before: Value) => Value)) => void,
  /** Once it is sent: back to how it began. */
  forget: () => void,
]

/**
 * Like `useState` for what somebody types: still there after a lost connection, a session that
 * ended, a reload and a closed tab. Keys begin with `draft/`. A stranger's form keeps it only as
 * long as the tab, in `sessionStorage`.
 */
export function useKept<Value>(key: string, first: Value, storage = localStorage): Kept<Value> {
  const [value, setValue] = useState<Value>(() => {
    const kept = read(key, storage)
    return typeof kept === 'object' && kept !== null && 'value' in kept
      ? (kept.value as Value)
      : first
  })
  const begun = useRef(first)
  const isTouched = useRef(false)
  useEffect(() => {
    // Another version of the same record: nobody has typed in that one yet.
    isTouched.current = false
    begun.current = first
  }, [key])
  useEffect(() => {
    if (!isTouched.current) return
    if (JSON.stringify(value) === JSON.stringify(begun.current)) storage.removeItem(key)
    else write(key, { value }, storage)
  }, [key, value, storage])
  const set = useCallback((next: Value | ((before: Value) => Value)) => {
    isTouched.current = true
    setValue(next)
  }, [])
  const forget = useCallback(() => {
    // At once: what sent it may take the form away before anything is drawn again.
    isTouched.current = false
    storage.removeItem(key)
    setValue(begun.current)
  }, [key, storage])
  return [value, set, forget]
}

/** Whether something was typed here before and never sent. */
export function isKept(key: string): boolean {
  return localStorage.getItem(key) !== null
}

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

/**
 * The same for a form whose fields keep what is in them themselves: all that have a name, files and
 * passwords apart. What was refused comes back into the fields when the form is cleared by itself.
 */
export function useKeptForm(key: string, storage = localStorage) {
  const form = useRef<HTMLFormElement>(null)
  const keep = useCallback(() => {
    if (form.current === null) return
    const values = Object.fromEntries(
      controlsOf(form.current).map((one) => [one.name, saidBy(one)]),
    )
    write(key, values, storage)
  }, [key, storage])
  const restore = useCallback(() => {
    const kept = read(key, storage)
    if (form.current === null || typeof kept !== 'object' || kept === null) return
    const values: Readonly<Record<string, unknown>> = { ...kept }
    for (const one of controlsOf(form.current)) fill(one, values[one.name])
  }, [key, storage])
  const ref = useCallback(
    (element: HTMLFormElement | null) => {
      form.current = element
      restore()
      const again = () => queueMicrotask(restore)
      element?.addEventListener('reset', again)
      return () => element?.removeEventListener('reset', again)
    },
    [restore],
  )
  const forget = useCallback(() => {
    storage.removeItem(key)
    form.current?.reset()
  }, [key, storage])
  return { kept: { ref, onInput: keep }, forget }
}

function controlsOf(form: HTMLFormElement): readonly Control[] {
  return [...form.elements].filter((one): one is Control => {
    const isField =
      one instanceof HTMLInputElement ||
      one instanceof HTMLSelectElement ||
      one instanceof HTMLTextAreaElement
    return isField && one.name !== '' && one.type !== 'file' && one.type !== 'password'
  })
}

function saidBy(one: Control): string | boolean {
  return one instanceof HTMLInputElement && one.type === 'checkbox' ? one.checked : one.value
}

function fill(one: Control, kept: unknown): void {
  if (typeof kept === 'boolean' && one instanceof HTMLInputElement) one.checked = kept
  else if (typeof kept === 'string') {
    one.value = kept
    // For what shows the value of a field in a way of its own.
    one.dispatchEvent(new Event('filled'))
  }
}
