import { goldens, svg } from '../../testing/repaired-by.ts'
import { switchElement } from './switch.ts'

goldens(switchElement, [
  ['none', '<g systemLanguage="de"><path/></g>', null],
  ['the first child', '<switch><path/><rect/></switch>', '<path/>'],
  [
    'as Illustrator writes it',
    svg(
      '<switch><foreignObject requiredExtensions="urn:i"><i:a/></foreignObject><g i:extraneous="self"><path/></g></switch>',
      'xmlns:i="urn:i"',
    ),
    svg('<g i:extraneous="self"><path/></g>', 'xmlns:i="urn:i"'),
  ],
  [
    'languages',
    '<switch><g systemLanguage="de"/><g systemLanguage="fr, en-GB"><rect/></g><path/></switch>',
    '<g><rect/></g>',
  ],
  ['attributes of its own', '<switch fill="red"><path/></switch>', '<g fill="red"><path/></g>'],
  ['one in another', '<switch><switch><path/></switch><rect/></switch>', '<path/>'],
  ['nothing that can be drawn', '<switch><g requiredExtensions="urn:i"/></switch>', ''],
  ['what is not drawn is passed over', '<switch><desc>a</desc><path/></switch>', '<path/>'],
  ['in a clip path', '<clipPath><switch><path/></switch></clipPath>', '<clipPath/>'],
  ['conditions elsewhere', '<g requiredExtensions="urn:i"/><g requiredFeatures="a"/>', '<g/>'],
])
