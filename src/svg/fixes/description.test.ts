import { describe } from 'vitest'
import { goldens } from '../../testing/repaired-by.ts'
import { description } from './description.ts'

describe('nothing given', () =>
  goldens(description, [
    ['none', '<g/>', null],
    ['one', '<desc>A</desc>', null],
  ]))

describe('words given', () =>
  goldens(
    description,
    [
      ['none', '<title>A</title><g/>', '<title>A</title><desc>Two circles</desc><g/>'],
      ['without a title', '<g/>', '<desc>Two circles</desc><g/>'],
      [
        'another',
        '<title>A</title><g/><desc>Created with Sketch.</desc>',
        '<title>A</title><g/><desc>Two circles</desc>',
      ],
      ['the same', '<desc>Two\ncircles</desc>', null],
    ],
    { description: 'Two circles' },
  ))
