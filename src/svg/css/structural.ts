/** Pseudo-classes: those that count siblings (Selectors Level 4 section 13), and those that a picture never has. */
import type { AnPlusB, Identifier } from 'css-tree'
import type { EditElement } from '../edit/element.ts'
import type { Places } from './places.ts'
import type { Test } from './selector.ts'

/** Nobody points at a picture, clicks it or fills it in. */
const NEVER = new Set(
  'hover active focus focus-within focus-visible visited link any-link target checked enabled disabled'.split(
    ' ',
  ),
)

/** Null for one that is not known. */
export function namedPseudoClass(name: string): Test | null {
  if (NEVER.has(name)) return () => false
  switch (name) {
    case 'root':
      return (element, places) => places.parentOf(element) === undefined
    case 'empty':
      return ({ children }) => children.every(({ kind }) => kind === 'comment')
    case 'first-child':
    case 'first-of-type':
    case 'last-child':
    case 'last-of-type':
      return counting(name, (n) => n === 1)
    case 'only-child':
    case 'only-of-type': {
      const ofType = name.endsWith('type')
      return (element, places) => counted(element, places, ofType).length === 1
    }
    default:
      return null
  }
}

/** `:nth-child(2n+1)` and its like. */
export function nth(name: string, formula: AnPlusB | Identifier): Test | null {
  if (!/^nth-(?:last-)?(?:child|of-type)$/.test(name)) return null
  const [a, b] =
    formula.type === 'Identifier'
      ? [2, formula.name.toLowerCase() === 'odd' ? 1 : 0]
      : [numberOf(formula.a, 0), numberOf(formula.b, 0)]
  return counting(name, (n) => (a === 0 ? n === b : (n - b) / a >= 0 && (n - b) % a === 0))
}

/** `n`, `+n` and `-n` come without their number. */
function numberOf(text: string | null, missing: number): number {
  if (text === null) return missing
  return /\d/.test(text) ? Number(text) : Number(`${text}1`)
}

function counting(name: string, isWanted: (n: number) => boolean): Test {
  const fromEnd = name.includes('last')
  const ofType = name.endsWith('of-type')
  return (element, places) => {
    const siblings = counted(element, places, ofType)
    const at = siblings.indexOf(element)
    return isWanted(fromEnd ? siblings.length - at : at + 1)
  }
}

function counted(element: EditElement, places: Places, ofType: boolean): readonly EditElement[] {
  const siblings = places.among(element)
  return ofType ? siblings.filter(({ name }) => name === element.name) : siblings
}
