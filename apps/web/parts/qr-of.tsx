// SPDX-License-Identifier: EUPL-1.2
import { qrCode, qrPicture } from '@schouw/report/qr'

interface QrProps {
  readonly text: string
  readonly label: string
}

/** A text for a phone to take over: dark on light in either theme, as scanners expect. */
export function QrOf({ text, label }: QrProps) {
  const code = qrCode(text, 'M')
  if (code === undefined) return null
  const { side, path } = qrPicture(code)
  return (
    <svg className="qr" role="img" aria-label={label} viewBox={`0 0 ${side} ${side}`}>
      <rect width={side} height={side} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
