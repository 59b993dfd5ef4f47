import { useEffect, useState } from 'react'
import { decodeBase64 } from '../../../protocols/text/utf8.ts'
import { shieldedText } from '../../../svg/edit/shielded.ts'
import { LogoPicture } from '../../../ui/logo-picture.tsx'
import { svgText } from '../queries/svg-text.ts'

/** The bytes of a logo, packed or not, as a picture. */
export function SvgPicture({ body, alt }: { body: string; alt: string }) {
  const text = useSvgText(body)
  if (text === undefined) return null
  if (text === null)
    return <p className="text-side">The file does not unpack to a drawing of ordinary size.</p>
  return <LogoPicture svg={shieldedText(text) ?? ''} alt={alt} />
}

/** Undefined until it is known. */
function useSvgText(body: string): string | null | undefined {
  const [known, setKnown] = useState<{ body: string; text: string | null }>()
  useEffect(() => {
    let left = false
    const bytes = decodeBase64(body) ?? new Uint8Array()
    const show = (text: string | null): void => {
      if (!left) setKnown({ body, text })
    }
    svgText(new Uint8Array(bytes)).then(show, () => show(null))
    return () => {
      left = true
    }
  }, [body])
  return known?.body === body ? known.text : undefined
}
