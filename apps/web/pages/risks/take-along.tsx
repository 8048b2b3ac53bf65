// SPDX-License-Identifier: EUPL-1.2
import { Button } from '@mantine/core'
import type { losses } from '@schouw/core/board'
import type { LossResult } from '@schouw/core/risk'
import { type CurveOf, curveOnPaper } from '@schouw/report/risk'
import { useState } from 'react'
import { useLanguage } from '../../words/language.tsx'
import { csvOf, insurerTable } from './insurer.ts'
import { withOwnFont } from './own-font.ts'
import { useRiskWords } from './words.ts'

interface TakeAlongProps {
  readonly book: losses.LossBook
  readonly before: LossResult
  readonly curve: CurveOf
}

/** The register, the curve and the tables others ask for, as files. */
export function TakeAlong({ book, before, curve }: TakeAlongProps) {
  const words = useRiskWords()
  const { language } = useLanguage()
  const [hasFailed, setFailed] = useState(false)
  const { takeAlong: say } = words
  const drawn = async () => {
    const picture = curveOnPaper(curve, language)
    return { ...picture, svg: await withOwnFont(picture.svg).catch(() => picture.svg) }
  }
  const take = (how: () => Promise<void>) => {
    setFailed(false)
    how().catch(() => setFailed(true))
  }
  return (
    <section className="block" aria-labelledby="take-along">
      <h2 id="take-along">{say.title}</h2>
      <div className="row">
        <Button
          size="xs"
          variant="default"
          component="a"
          href={`/api/v1/exports/risks?format=xlsx&language=${language}`}
        >
          {say.register}
        </Button>
        <Button
          size="xs"
          variant="default"
          onClick={() =>
            take(async () => {
              const { svg } = await drawn()
              save('curve.svg', new Blob([svg], { type: 'image/svg+xml' }))
            })
          }
        >
          {say.svg}
        </Button>
        <Button
          size="xs"
          variant="default"
          onClick={() => take(async () => savePng(await drawn()))}
        >
          {say.png}
        </Button>
        <Button
          size="xs"
          variant="default"
          onClick={() => {
            const rows = insurerTable(book, before, words.insurer)
            save('insurer.csv', new Blob([csvOf(rows)], { type: 'text/csv' }))
          }}
        >
          {say.insurer}
        </Button>
        <Button
          size="xs"
          variant="default"
          component="a"
          href="/api/v1/oscal?model=plan-of-action-and-milestones"
          download="poam.json"
        >
          {say.oscal}
        </Button>
      </div>
      {hasFailed && <p className="broken">{say.failed}</p>}
    </section>
  )
}

function save(name: string, blob: Blob): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

/** Twice as many dots as the picture has units, for a screen or a page. */
const dots = 2

async function savePng({
  svg,
  width,
  height,
}: {
  readonly svg: string
  readonly width: number
  readonly height: number
}): Promise<void> {
  const image = new Image(width * dots, height * dots)
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = width * dots
  canvas.height = height * dots
  const drawing = canvas.getContext('2d')
  if (drawing === null) throw new Error('no canvas')
  drawing.fillStyle = '#ffffff'
  drawing.fillRect(0, 0, canvas.width, canvas.height)
  drawing.drawImage(image, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/png')
  })
  if (blob === null) throw new Error('no picture')
  save('curve.png', blob)
}
