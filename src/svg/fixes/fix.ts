/** What a repair is. Each stands in a file of its own, and list.ts gives the order. */
import type { Drawing } from '../edit/element.ts'
import type { Logo } from '../logo.ts'
import type { Span } from '../tree.ts'

/**
 * `lossless`: draws the same; `measured`: the same but for less than the eye sees; `margin` and `look`: changes what is
 * seen, on purpose; `words`: of the visitor.
 */
export type Loss = 'lossless' | 'measured' | 'margin' | 'look' | 'words'

export interface Change {
  /** What was done, as a sentence without its final stop. Backticks around what comes from the file. */
  what: string
  /** The text that is gone and the text that came, where they are short enough to be shown side by side. */
  before?: string
  after?: string
  /** Where it was in the text that was read. */
  origin: Span | null
}

/** Something that this repair cannot keep as it looks. Nothing was changed about it. */
export interface Obstacle {
  /** Name of the element: `image`. */
  element: string
  /** Why it cannot be kept, as a statement. */
  why: string
  /** What a designer should do, imperative. */
  advice: string
  origin: Span | null
  /** The name in `RepairOptions.consent` with which it is taken out all the same; missing where that does not help. */
  consent?: string
}

export interface RepairOptions {
  /** Repairs that are switched off, by id. */
  off: ReadonlySet<string>
  /** Name of the organisation, for the title; empty when nobody has said. */
  title: string
  /** Empty for none. */
  description: string
  /** A colour to put behind the drawing, as `#rrggbb`; null for none. */
  background: string | null
  /** Room to leave around the drawing, as a part of the side of the square: 0.1 is a tenth on each side. */
  padding: number
  /** What the visitor agrees to lose although it shows, by the name of its element or property: `image`, `filter`. */
  consent: ReadonlySet<string>
  /** For a title, when there is no better. */
  fileName: string
}

export const NO_OPTIONS: RepairOptions = {
  off: new Set(),
  title: '',
  description: '',
  background: null,
  padding: 0,
  consent: new Set(),
  fileName: '',
}

export interface Outcome {
  changes: Change[]
  obstacles?: Obstacle[]
}

/** What a repair may know beside the drawing. */
export interface FixContext {
  options: RepairOptions
  /** The logo as it was read, with places. */
  logo: Logo
}

export interface Fix {
  /** Stable: options and links name it. The name of its file. */
  id: string
  /** Verb and object: `Declare the profile tiny-ps`. */
  title: string
  loss: Loss
  /** Off until the visitor asks for it. */
  isOptional?: boolean
  /**
   * Changes the drawing it is given, which is a copy of its own, and says what it did. No changes: nothing to do. It
   * never removes what shows, and on a drawing without its fault it does nothing.
   */
  apply: (drawing: Drawing, context: FixContext) => Outcome
}
