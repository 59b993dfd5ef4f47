/** What others may ask of the editor. */
export interface EditorHandle {
  /** Puts the cursor there and brings it into view. */
  show: (start: number, end: number) => void
  /** Another text, as one step that can be undone. */
  replace: (text: string) => void
}
