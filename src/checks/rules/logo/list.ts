import type { Rule } from '../../rule.ts'
import { logoAttributes } from './attributes.ts'
import { logoDesc } from './desc.ts'
import { logoDimensions } from './dimensions.ts'
import { logoElements } from './elements.ts'
import { logoGround } from './ground.ts'
import { logoInert } from './inert.ts'
import { logoPosition } from './position.ts'
import { logoPresent } from './present.ts'
import { logoReferences } from './references.ts'
import { logoRoot } from './root.ts'
import { logoShape } from './shape.ts'
import { logoSize } from './size.ts'
import { logoTitle } from './title.ts'
import { logoValues } from './values.ts'
import { logoXmlExtras } from './xml-extras.ts'
import { logoXml } from './xml.ts'

export const LOGO_RULES: readonly Rule[] = [
  logoXml,
  logoRoot,
  logoElements,
  logoAttributes,
  logoXmlExtras,
  logoShape,
  logoSize,
  logoTitle,
  logoDesc,
  logoReferences,
  logoValues,
  logoInert,
  logoDimensions,
  logoGround,
  logoPosition,
  logoPresent,
]
