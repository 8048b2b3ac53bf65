// SPDX-License-Identifier: EUPL-1.2

/** A packet as a finding names it. */
export interface NamedFrame {
  readonly capture: string
  /** From 1. */
  readonly frame: number
}

const most = 200

/** The packets that a text names, each as its capture and number; none where it names none. */
export function framesIn(text: unknown): readonly NamedFrame[] {
  if (typeof text !== 'string') return []
  const found = [...text.matchAll(/(\S+\.(?:pcapng|pcap|cap)(?:\.gz)?) #(\d{1,10})/g)]
  return found
    .slice(0, most)
    .map(([, capture = '', frame = '']) => ({ capture, frame: Number(frame) }))
    .filter(({ frame }) => frame > 0)
}

/** Where a packet is shown. */
export function addressOf(finding: string, { capture, frame }: NamedFrame): string {
  const query = new URLSearchParams({ capture, frame: String(frame) })
  return `/findings/${finding}/frame?${query.toString()}`
}
