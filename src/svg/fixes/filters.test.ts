import { goldens } from '../../testing/repaired-by.ts'
import { filters } from './filters.ts'

const VIEW = 'viewBox="0 0 100 100"'

goldens(
  filters,
  [
    [
      'figma',
      '<filter id="f"><feFlood flood-opacity="0" result="BackgroundImageFix"/><feBlend in="SourceGraphic" in2="BackgroundImageFix" result="shape"/></filter><g filter="url(#f)"/>',
      '<filter id="f"><feFlood flood-opacity="0" result="BackgroundImageFix"/><feBlend in="SourceGraphic" in2="BackgroundImageFix" result="shape"/></filter><g/>',
    ],
    [
      'blur 0',
      '<filter id="f"><feGaussianBlur stdDeviation="0"/></filter><g filter="url(#f)"/>',
      '<filter id="f"><feGaussianBlur stdDeviation="0"/></filter><g/>',
    ],
    [
      'blur',
      '<filter id="f"><feGaussianBlur stdDeviation="1"/></filter><g filter="url(#f)"/>',
      null,
    ],
    [
      'shadow',
      '<filter id="f"><feGaussianBlur stdDeviation="1" result="b"/><feMerge><feMergeNode in="b"/><feMergeNode in="SourceGraphic"/></feMerge></filter><g filter="url(#f)"/>',
      null,
    ],
    [
      'merge',
      '<filter id="f"><feFlood flood-opacity="0" result="b"/><feMerge><feMergeNode in="b"/><feMergeNode in="SourceGraphic"/></feMerge></filter><g filter="url(#f)"/>',
      '<filter id="f"><feFlood flood-opacity="0" result="b"/><feMerge><feMergeNode in="b"/><feMergeNode in="SourceGraphic"/></feMerge></filter><g/>',
    ],
    ['none', '<g filter="none"/>', '<g/>'],
  ],
  {},
  VIEW,
)
