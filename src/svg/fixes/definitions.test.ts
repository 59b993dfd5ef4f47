import { goldens } from '../../testing/repaired-by.ts'
import { definitions } from './definitions.ts'

goldens(definitions, [
  ['no id', '<defs><filter/><marker/></defs><g/>', '<defs/><g/>'],
  ['no reference', '<mask id="m"><g/></mask>', ''],
  ['referred to', '<mask id="m"><g/></mask><g mask="url(#m)"/>', null],
  ['one refers to the other', '<filter id="f"/><mask id="m"><g filter="url(#f)"/></mask>', ''],
  ['what the profile has may wait', '<linearGradient id="a"/>', null],
])
