import { Kicker, MarginNote, TitleSheet } from '../../../ui/sheet.tsx'
import { Status } from '../../../ui/status.tsx'
import { LOGO_LIMIT, type GivenLogo } from '../given-logo.ts'
import { bytesWords } from '../view-model/verdicts.ts'

/** A file of some megabytes: what it would take to read it is no use to anybody. */
export function TooLarge({ logo: { name, size } }: { logo: GivenLogo }) {
  return (
    <TitleSheet
      mono
      title={name}
      margin={
        <>
          <Kicker>Logo lab</Kicker>
          <MarginNote>The file was not read. It has not left this browser.</MarginNote>
        </>
      }
    >
      <p className="text-lead">
        <Status kind="error" /> The file has {(size / 1_000_000).toFixed(1)}&nbsp;MB, and a logo at
        most {bytesWords(LOGO_LIMIT)}&nbsp;bytes.
      </p>
      <p>
        Signet reads files of up to 1&nbsp;MB. A drawing of this size holds a bitmap, a font, or far
        more points than a small picture shows. Ask the designer for the logo as simple shapes,
        without embedded images, and drop that.
      </p>
    </TitleSheet>
  )
}
