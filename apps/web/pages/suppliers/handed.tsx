// SPDX-License-Identifier: EUPL-1.2
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useChainWords } from './words.ts'

/** A link that is told once. */
export function Handed({ link, isMailed }: { readonly link: string; readonly isMailed: boolean }) {
  const { one } = useChainWords()
  const [isCopied, setIsCopied] = useState(false)
  return (
    <output>
      {isMailed && <p>{one.mailed}</p>}
      <p>{one.sent}</p>
      <p className="mono handed">{link}</p>
      <Button
        variant="default"
        size="xs"
        onClick={() => void navigator.clipboard.writeText(link).then(() => setIsCopied(true))}
      >
        {isCopied ? one.copied : one.copy}
      </Button>
    </output>
  )
}
