// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useRef, useState } from 'react'
import makersFile from '../../../../formats/oui/oui.bin?url'
import type { Asked, Inspected, Told } from './messages.ts'

export type State =
  | { readonly is: 'idle' }
  | {
      readonly is: 'reading'
      readonly file: string
      readonly bytes: number
      readonly of: number
      readonly packets: number
      readonly isAddingUp: boolean
    }
  | { readonly is: 'done'; readonly inspected: Inspected }
  /** Of our own making: a fault, or no memory left. */
  | { readonly is: 'failed' }

/** Reads captures in a thread of their own, one at a time; leaving the page ends it. */
export function useInspection(first?: readonly File[]) {
  const worker = useRef<Worker>(null)
  const [state, setState] = useState<State>({ is: 'idle' })
  const end = () => {
    worker.current?.terminate()
    worker.current = null
  }
  const start = (asked: Omit<Asked, 'makers'>) => {
    end()
    const thread = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
    worker.current = thread
    const of = asked.files.reduce((sum, { size }) => sum + size, 0)
    const begun = { is: 'reading', file: asked.files[0]?.name ?? '', bytes: 0, of } as const
    setState({ ...begun, packets: 0, isAddingUp: false })
    const finish = (next: State) => {
      end()
      setState(next)
    }
    thread.addEventListener('message', ({ data }: MessageEvent<Told>) => {
      if (data.tell === 'done') finish({ is: 'done', inspected: data.inspected })
      else if (data.tell === 'fault') finish({ is: 'failed' })
      else
        setState((now) => {
          if (now.is !== 'reading') return now
          if (data.tell === 'adding-up') return { ...now, bytes: of, isAddingUp: true }
          const { file, bytes, packets } = data
          return { ...now, file, bytes, packets }
        })
    })
    thread.addEventListener('error', () => finish({ is: 'failed' }))
    void makers().then((bytes) => {
      if (worker.current === thread) thread.postMessage({ ...asked, makers: bytes })
    })
  }
  // Only what was there when the page came up.
  useEffect(() => {
    if (first !== undefined) start({ files: first, siteRanges: [] })
    return end
  }, [])
  const stop = () => {
    end()
    setState({ is: 'idle' })
  }
  return { state, start, stop }
}

let fetched: Promise<Uint8Array | null> | undefined

/** Once for all captures of this visit; asked again where it failed. */
function makers(): Promise<Uint8Array | null> {
  fetched ??= fetch(makersFile).then(
    async (came) => (came.ok ? new Uint8Array(await came.arrayBuffer()) : null),
    () => null,
  )
  void fetched.then((bytes) => {
    if (bytes === null) fetched = undefined
  })
  return fetched
}
