import { goldens, svg } from '../../testing/repaired-by.ts'
import { namespaces } from './namespaces.ts'

const X = 'xmlns:xlink="http://www.w3.org/1999/xlink"'

goldens(namespaces, [
  ['none', '<g/>', null],
  ['one that is used', svg('<use xlink:href="#a"/>', X), null],
  ['one that an element uses', svg('<i:a/>', 'xmlns:i="urn:i"'), null],
  ['one that nothing uses', svg('<g/>', `${X} xmlns:i="urn:i"`), svg('<g/>')],
  ['`xml` needs none', svg('<g xml:space="default"/>', X), svg('<g xml:space="default"/>')],
])
