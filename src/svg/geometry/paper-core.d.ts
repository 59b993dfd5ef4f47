/** Node asks for the file's whole name, and the library's own types know it without its ending. */
declare module 'paper/dist/paper-core.js' {
  import core from 'paper/dist/paper-core'
  export default core
}
