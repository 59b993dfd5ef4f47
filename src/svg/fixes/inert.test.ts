import { goldens, svg } from '../../testing/repaired-by.ts'
import { inert } from './inert.ts'

goldens(inert, [
  ['none', svg('', 'contentScriptType="text/ecmascript"'), null],
  [
    'with the one value',
    svg('', 'zoomAndPan="disable" focusable="false" snapshotTime="none"'),
    svg(''),
  ],
  ['with another', svg('', 'zoomAndPan="magnify" externalResourcesRequired="true"'), svg('')],
  ['on the root alone', '<g focusable="false"/>', null],
])
