/**
 * CodeMirror in a shadow tree: there it writes its styles as constructed sheets, which the content policy allows, and
 * not as a `style` element, which it does not.
 */
import { defaultKeymap, history, historyKeymap, redo } from '@codemirror/commands'
import { xml } from '@codemirror/lang-xml'
import { EditorState } from '@codemirror/state'
import {
  drawSelection,
  EditorView,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from '@codemirror/view'
import { editorLook } from './editor-look.ts'
import { fixedLines, markField } from './marks.ts'

export interface EditorOptions {
  host: HTMLElement
  label: string
  text: string
  original: string
  onText: (text: string) => void
  /** Lines are somewhere else now. */
  onLayout: (view: EditorView) => void
}

/** Tab is not bound: it leaves the editor. */
export function createEditor(options: EditorOptions): EditorView {
  const { host, label, text, original, onText, onLayout } = options
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
  const state = EditorState.create({
    doc: text,
    extensions: [
      lineNumbers(),
      highlightActiveLineGutter(),
      history(),
      drawSelection(),
      EditorView.lineWrapping,
      xml({ autoCloseTags: false }),
      markField,
      fixedLines(original),
      editorLook,
      keymap.of([{ key: 'Mod-Shift-z', run: redo }, ...defaultKeymap, ...historyKeymap]),
      EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false' }),
      // A file that is dropped here is meant for the page.
      EditorView.domEventHandlers({
        drop: ({ dataTransfer }) => dataTransfer?.types.includes('Files') === true,
      }),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) onText(update.state.doc.toString())
        if (update.docChanged || update.geometryChanged || update.viewportChanged)
          onLayout(update.view)
      }),
    ],
  })
  return new EditorView({ state, parent: root, root })
}
