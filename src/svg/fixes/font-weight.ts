import { everyElement, type EditElement } from '../edit/element.ts'
import { writeAttribute } from '../edit/write.ts'
import type { Change, Fix } from './fix.ts'

/** 400 is `normal` and 700 is `bold`; for the weights between there are no words, so the nearest is taken. */
export const fontWeight: Fix = {
  id: 'font-weight',
  title: 'Write weights of fonts as words',
  loss: 'measured',
  apply({ root }) {
    const all = everyElement(root).filter(({ element }) => element.isSvg)
    return { changes: all.flatMap(({ element }) => worded(element)) }
  },
}

function worded({ name: element, attributes, origin }: EditElement): Change[] {
  const before = attributes.get('font-weight')
  const weight = /^\s*(\d+(?:\.\d+)?)\s*$/.exec(before ?? '')
  if (before === undefined || weight === null) return []
  const number = Number(weight[1])
  const after = number < 550 ? 'normal' : 'bold'
  attributes.set('font-weight', after)
  const isSame = number === 400 || number === 700
  return [
    {
      what: isSame
        ? `Write the weight of \`${element}\` as a word`
        : `Write the weight of \`${element}\` as the nearest word`,
      before: writeAttribute('font-weight', before),
      after: writeAttribute('font-weight', after),
      origin,
    },
  ]
}
