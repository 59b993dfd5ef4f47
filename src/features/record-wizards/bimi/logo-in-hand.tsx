import { Link } from 'react-router'
import { Actions, Button } from '../../../ui/button.tsx'
import { LogoPicture } from '../../../ui/logo-picture.tsx'
import { saveFile } from '../../../ui/save-file.ts'

/** A logo that was made in the lab. It is in this browser only. */
export interface LogoInHand {
  name: string
  text: string
}

/** The logo to be published, where there is one in memory; else the way to the lab. */
export function LogoFromLab({ logo }: { logo: LogoInHand | null }) {
  if (logo === null)
    return (
      <p className="text-side">
        Not sure about the file? <Link to="/logo">Look at it in the logo lab</Link>: it says what
        providers would refuse, and mends what can be mended.
      </p>
    )
  const bytes = new TextEncoder().encode(logo.text).length
  return (
    <figure className="space-y-3">
      <figcaption className="text-side">
        From the logo lab: <code>{logo.name}</code>, {bytes}&nbsp;bytes. It is in this browser only;
        put it at the address below.
      </figcaption>
      <LogoPicture svg={logo.text} alt={`The logo from the lab, ${logo.name}`} />
      <Actions>
        <Button look="small" onClick={() => saveFile(logo.name, 'image/svg+xml', logo.text)}>
          Save {logo.name}
        </Button>
      </Actions>
    </figure>
  )
}
