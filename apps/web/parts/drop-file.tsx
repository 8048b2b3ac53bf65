// SPDX-License-Identifier: EUPL-1.2
import { type DragEvent, useId, useState } from 'react'

interface DropProps {
  readonly label: string
  readonly hint: string
  readonly onFile?: (file: File) => void
  /** Takes several at once. */
  readonly onFiles?: (files: readonly File[]) => void
  readonly isBusy?: boolean
  /** What it is for, for those who do not see what stands around it. */
  readonly about?: string
}

/** A place to drop a file, which is also the button that asks for one. */
export function DropFile({ label, hint, onFile, onFiles, isBusy = false, about }: DropProps) {
  const id = useId()
  const [isOver, setIsOver] = useState(false)
  const over = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(true)
  }
  const take = (list: FileList | null) => {
    const files = [...(list ?? [])]
    const [file] = files
    if (file === undefined || isBusy) return
    onFile?.(file)
    onFiles?.(files)
  }
  return (
    <label
      htmlFor={id}
      className="drop"
      data-over={isOver}
      onDragOver={over}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setIsOver(false)
        take(event.dataTransfer.files)
      }}
    >
      <input
        id={id}
        type="file"
        multiple={onFiles !== undefined}
        className="spoken"
        disabled={isBusy}
        onChange={(event) => {
          take(event.currentTarget.files)
          // The same file may be chosen again.
          event.currentTarget.value = ''
        }}
      />
      {about !== undefined && <span className="spoken">{about}: </span>}
      <span className="drop-button">{label}</span> <span className="quiet">{hint}</span>
    </label>
  )
}
