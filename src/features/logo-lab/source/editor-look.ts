/** How the editor looks: with the page's own variables, so that night and day are the page's matter. */
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import { EditorView } from '@codemirror/view'
import { tags } from '@lezer/highlight'

const spot = (name: string) => ({
  backgroundColor: `var(--${name}-tint)`,
  boxShadow: `inset 0 -2px var(--${name})`,
})

const theme = EditorView.theme({
  '&': { backgroundColor: 'var(--inset)', color: 'var(--ink)', fontSize: '0.875rem' },
  '&.cm-focused': { outline: '3px solid var(--ink)', outlineOffset: '2px' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.6', fontVariantLigatures: 'none' },
  '.cm-content': { padding: '0.75rem 0', caretColor: 'var(--ink)' },
  '.cm-gutters': {
    backgroundColor: 'var(--inset)',
    color: 'var(--ink-3)',
    border: '0',
    borderRight: '1px solid var(--rule)',
  },
  '.cm-activeLineGutter': { backgroundColor: 'transparent', color: 'var(--ink)' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)', borderLeftWidth: '2px' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground, ::selection':
    { backgroundColor: 'light-dark(#e9d9b8, #5a4a25) !important' },
  '.spot-notice': spot('notice'),
  '.spot-warning': spot('warning'),
  '.spot-error': spot('error'),
  '.fixed': { backgroundColor: 'var(--pass-tint)', boxShadow: 'inset 3px 0 var(--pass)' },
})

const colours = HighlightStyle.define([
  { tag: [tags.tagName, tags.angleBracket], color: 'var(--ink)', fontWeight: '600' },
  { tag: tags.attributeName, color: 'var(--ink-2)' },
  { tag: [tags.comment, tags.processingInstruction, tags.documentMeta], color: 'var(--ink-3)' },
  { tag: tags.attributeValue, color: 'var(--ink)' },
])

export const editorLook = [theme, syntaxHighlighting(colours)]
