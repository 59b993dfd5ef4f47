/** Hands a text, or bytes, to the browser as a file to keep. */
export function saveFile(name: string, mediaType: string, content: string | Uint8Array): void {
  const isText = typeof content === 'string'
  const type = isText ? `${mediaType};charset=utf-8` : mediaType
  saveBlob(name, new Blob([isText ? content : new Uint8Array(content)], { type }))
}

export function saveBlob(name: string, blob: Blob): void {
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
