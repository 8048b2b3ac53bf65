// SPDX-License-Identifier: EUPL-1.2

export interface Attachment {
  readonly name: string
  /** Base64. */
  readonly content: string
}

const longestSide = 1600
const quality = 0.8

/**
 * A photo is drawn anew, smaller: that takes it over a phone's line, and leaves behind where and with
 * what it was made. Anything else goes as it is.
 */
export async function attachmentOf(file: File): Promise<Attachment> {
  const picture = file.type.startsWith('image/') ? await redrawn(file) : undefined
  const blob = picture ?? file
  const name = picture === undefined ? file.name : file.name.replace(/\.\w+$/, '.jpg')
  return { name: name.slice(-200), content: await base64(blob) }
}

async function redrawn(file: File): Promise<Blob | undefined> {
  const bitmap = await createImageBitmap(file).catch(() => undefined)
  if (bitmap === undefined) return undefined
  const scale = Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(bitmap.width * scale)
  canvas.height = Math.round(bitmap.height * scale)
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((resolve) =>
    canvas.toBlob(resolve, 'image/jpeg', quality),
  )
  return blob ?? undefined
}

async function base64(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer())
  let text = ''
  const piece = 32_768
  for (let at = 0; at < bytes.length; at += piece) {
    text += String.fromCharCode(...bytes.subarray(at, at + piece))
  }
  return btoa(text)
}
