// SPDX-License-Identifier: EUPL-1.2

/** A file that the server made, as a download under the name it gives; nothing when it said no. */
export async function saved(response: Response, name: string): Promise<void> {
  if (!response.ok) return
  const url = URL.createObjectURL(await response.blob())
  const link = document.createElement('a')
  link.href = url
  const [, given] =
    /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '') ?? []
  link.download = given ?? name
  link.click()
  URL.revokeObjectURL(url)
}
