// SPDX-License-Identifier: EUPL-1.2
import { useCallback, useEffect, useRef, useState } from 'react'
import { outside } from './outside.ts'

export interface Telling {
  readonly state: 'quiet' | 'saving' | 'saved' | 'unsaved'
  /** Who wrote here meanwhile. */
  readonly other: string | null
}

interface Kept {
  readonly value: string
  readonly writer: string
}

const pauseMs = 600
const againMs = 4_000

/**
 * The text of one field, sent shortly after typing stops. What another added comes back merged; what is
 * typed while that is under way is laid upon it, so that nothing is lost on either side.
 */
export function useSavedText(
  ask: { readonly token: string; readonly question: string; readonly writer: string },
  kept: Kept | null,
) {
  const { token, question, writer } = ask
  const [text, setText] = useState(kept?.value ?? '')
  const [telling, setTelling] = useState<Telling>({ state: 'quiet', other: null })
  const now = useRef({ text, base: text, isBusy: false, timer: 0 })

  const push = useCallback(async () => {
    const at = now.current
    if (at.isBusy || at.text === at.base) return
    at.isBusy = true
    const sent = at.text
    setTelling((told) => ({ ...told, state: 'saving' }))
    try {
      const body = { token, writer, question, field: 'explanation' as const, value: sent }
      const came = await outside.call('POST /api/v1/questionnaire/answers', {
        body: { ...body, base: at.base },
      })
      at.base = came.value
      // What was typed meanwhile is laid upon what stands there now.
      if (at.text === sent) at.text = came.value
      else if (came.value.startsWith(sent)) at.text = at.text + came.value.slice(sent.length)
      else if (came.value.endsWith(sent)) {
        at.text = came.value.slice(0, came.value.length - sent.length) + at.text
      }
      setText(at.text)
      setTelling((told) => ({
        state: 'saved',
        other: came.is_merged ? writerOf(kept) : told.other,
      }))
      at.isBusy = false
      if (at.text !== at.base) at.timer = window.setTimeout(() => void push(), pauseMs)
    } catch {
      at.isBusy = false
      setTelling((told) => ({ ...told, state: 'unsaved' }))
      at.timer = window.setTimeout(() => void push(), againMs)
    }
  }, [token, question, writer, kept])

  const write = (next: string) => {
    const at = now.current
    at.text = next
    setText(next)
    window.clearTimeout(at.timer)
    at.timer = window.setTimeout(() => void push(), pauseMs)
  }

  // What a colleague wrote shows where nothing of one's own is under way.
  const theirs = kept?.value ?? ''
  useEffect(() => {
    const at = now.current
    if (at.isBusy || at.text !== at.base || theirs === at.base) return
    at.base = theirs
    at.text = theirs
    setText(theirs)
  }, [theirs])

  return { text, telling, write, push }
}

function writerOf(kept: Kept | null): string {
  return kept?.writer ?? '…'
}
