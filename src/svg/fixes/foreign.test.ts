import { goldens, svg } from '../../testing/repaired-by.ts'
import { foreign } from './foreign.ts'

const I = 'xmlns:i="urn:i"'
const X = 'xmlns:xlink="http://www.w3.org/1999/xlink"'

goldens(foreign, [
  ['all SVG', '<g xml:space="preserve" xml:lang="en" xml:id="a"/>', null],
  ['foreign elements', svg('<i:view i:zoom="2"><path/></i:view><g/>', I), svg('<g/>', I)],
  [
    'foreign attributes',
    svg('<g i:label="Layer 1" id="a"/>', `${I} i:version="1"`),
    svg('<g id="a"/>', I),
  ],
  ['metadata with structure', svg('<metadata id="m"><i:RDF/></metadata><g/>', I), svg('<g/>', I)],
  ['metadata with an attribute', '<metadata id="m">a</metadata>', ''],
  ['metadata of text', '<metadata>a</metadata>', null],
  ['metadata in a group', '<g><metadata>a</metadata></g>', '<g/>'],
  [
    'links where they matter, and nothing else of XLink',
    svg('<use xlink:href="#a" xlink:type="simple"/><path xlink:href="#a"/>', X),
    svg('<use xlink:href="#a"/><path/>', X),
  ],
  ['SVG in what is foreign is not drawn', svg('<i:a><rect/></i:a>', I), svg('', I)],
])
