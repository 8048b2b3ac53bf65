// SPDX-License-Identifier: EUPL-1.2
import { Button, Group } from '@mantine/core'
import { type KeyboardEvent, type PointerEvent, useRef, type WheelEvent } from 'react'
import type { Look } from './paint.ts'
import { type Thread, useSteering } from './steering.ts'
import type { Placed } from './use-map.ts'
import { useMapWords } from './words.ts'

interface CanvasProps {
  readonly placed: Placed
  readonly look: Look
  readonly thread: Thread
  readonly select: (node: number | null) => void
}

const stepPx = 60
/** Less is a click of a hand that is not still. */
const stillPx = 4

/**
 * The picture is made in a thread of its own. While it moves, the last one is shifted by the
 * browser; the new one takes its place when it is there.
 */
export function MapCanvas({ placed, look, thread, select }: CanvasProps) {
  const words = useMapWords()
  const frame = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const steering = useSteering({ frame, canvas }, placed, look, thread)
  const { fit, zoom, isReady } = steering
  const { nodes, edges } = placed.model
  const buttons = [
    ['+', words.nearer, () => zoom(1.4)],
    ['−', words.further, () => zoom(1 / 1.4)],
    ['0', words.whole, fit],
  ] as const
  return (
    <div className="map-frame">
      <div
        ref={frame}
        className="map"
        style={{ aspectRatio: placed.layout.width / placed.layout.height }}
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: arrows move it
        tabIndex={0}
        aria-label={words.picture(nodes.length, edges.length)}
        aria-describedby="map-keys"
        data-ready={isReady}
        {...useHands(frame, steering, select)}
      >
        <canvas ref={canvas} />
      </div>
      <Group gap="xs" className="map-buttons no-print">
        {buttons.map(([mark, label, act]) => (
          <Button
            key={mark}
            size="compact-sm"
            variant="default"
            aria-label={label}
            title={label}
            onClick={act}
          >
            {mark === '0' ? label : mark}
          </Button>
        ))}
      </Group>
      <p id="map-keys" className="quiet small">
        {words.keys}
      </p>
    </div>
  )
}

type Steering = ReturnType<typeof useSteering>

/** What pointer, wheel and keys do. */
function useHands(
  frame: { readonly current: HTMLDivElement | null },
  { pan, zoom, fit, nodeAt }: Steering,
  select: CanvasProps['select'],
) {
  const held = useRef<{ readonly x: number; readonly y: number; isMoved: boolean }>(null)
  const placeOf = (event: { readonly clientX: number; readonly clientY: number }) => {
    const box = frame.current?.getBoundingClientRect()
    return [event.clientX - (box?.left ?? 0), event.clientY - (box?.top ?? 0)] as const
  }
  const acts: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => pan(-stepPx, 0),
    ArrowRight: () => pan(stepPx, 0),
    ArrowUp: () => pan(0, -stepPx),
    ArrowDown: () => pan(0, stepPx),
    '+': () => zoom(1.4),
    '=': () => zoom(1.4),
    '-': () => zoom(1 / 1.4),
    '0': fit,
    Escape: () => select(null),
  }
  return {
    onKeyDown: (event: KeyboardEvent) => {
      const act = acts[event.key]
      if (act === undefined || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      act()
    },
    onWheel: (event: WheelEvent) => {
      // Without a key the page scrolls, as everywhere.
      if (!event.ctrlKey && !event.metaKey) return
      const [px, py] = placeOf(event)
      zoom(event.deltaY < 0 ? 1.2 : 1 / 1.2, px, py)
    },
    onPointerDown: (event: PointerEvent) => {
      event.currentTarget.setPointerCapture(event.pointerId)
      held.current = { x: event.clientX, y: event.clientY, isMoved: false }
    },
    onPointerMove: (event: PointerEvent) => {
      const from = held.current
      if (from === null) return
      const [dx, dy] = [from.x - event.clientX, from.y - event.clientY]
      if (!from.isMoved && Math.hypot(dx, dy) < stillPx) return
      held.current = { x: event.clientX, y: event.clientY, isMoved: true }
      pan(dx, dy)
    },
    onPointerUp: (event: PointerEvent) => {
      if (held.current?.isMoved === false) select(nodeAt(...placeOf(event)))
      held.current = null
    },
    onPointerCancel: () => {
      held.current = null
    },
  }
}
