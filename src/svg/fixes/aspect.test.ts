import { goldens, svg, type Golden } from '../../testing/repaired-by.ts'
import { aspect } from './aspect.ts'

/** What the root says. */
function rooted([name, before, after]: Golden): Golden {
  return [name, svg('', before), after === null ? null : svg('', after)]
}

const ROWS: Golden[] = [
  ['none', 'viewBox="0 0 1 1"', null],
  ['allowed', 'viewBox="0 0 1 2" preserveAspectRatio="xMidYMid meet"', null],
  ['stretched', 'viewBox="0 0 1 2" preserveAspectRatio="none"', null],
  ['without a frame', 'viewBox="0 0 1 2" preserveAspectRatio="xMinYMin"', 'viewBox="0 0 1 2"'],
  [
    'with a frame of the same shape',
    'width="2" height="4" viewBox="0 0 1 2" preserveAspectRatio="xMidYMid slice"',
    'width="2" height="4" viewBox="0 0 1 2"',
  ],
  [
    'room to spare at the right',
    'width="4" height="4" viewBox="0 0 1 2" preserveAspectRatio="xMinYMin meet"',
    'width="4" height="4" viewBox="0 0 2 2"',
  ],
  [
    'room to spare at the left',
    'width="4" height="4" viewBox="0 0 1 2" preserveAspectRatio="xMaxYMin"',
    'width="4" height="4" viewBox="-1 0 2 2"',
  ],
  [
    'cut to fill',
    'width="4" height="4" viewBox="0 0 1 2" preserveAspectRatio="xMidYMid slice"',
    'width="4" height="4" viewBox="0 .5 1 1"',
  ],
  ['stretched, and more', 'preserveAspectRatio="none slice"', 'preserveAspectRatio="none"'],
  [
    'what nobody reads',
    'width="4" height="2" viewBox="0 0 1 1" preserveAspectRatio="a"',
    'width="4" height="2" viewBox="-.5 0 2 1"',
  ],
]

goldens(aspect, ROWS.map(rooted))
