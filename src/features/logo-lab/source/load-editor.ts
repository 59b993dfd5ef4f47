/** The editor's code, asked for when the page opens: it is there when the network is not. */
export const loadEditor = () => import('./source-editor.tsx')
