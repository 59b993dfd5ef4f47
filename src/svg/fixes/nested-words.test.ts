import { goldens } from '../../testing/repaired-by.ts'
import { nestedWords } from './nested-words.ts'

goldens(nestedWords, [
  ['none', '<g/>', null],
  ['of the whole', '<title>A</title><desc id="d">B</desc><g/><desc>C</desc>', null],
  ['of a part', '<g><desc>A</desc><path><desc>B</desc></path></g>', '<g><path/></g>'],
  ['empty', '<desc/><desc> </desc><g/>', '<g/>'],
  ['with parts', '<desc>A <g>B</g></desc>', '<desc>A B</desc>'],
])
