import type { Rule } from '../../rule.ts'
import { logoAttributes } from './attributes.ts'
import { logoElements } from './elements.ts'
import { logoRoot } from './root.ts'
import { logoXml } from './xml.ts'

export const LOGO_RULES: readonly Rule[] = [logoXml, logoRoot, logoElements, logoAttributes]
