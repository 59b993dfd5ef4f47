import type { Rule } from '../../rule.ts'
import { recordCname } from './record-cname.ts'
import { recordCount } from './record-count.ts'
import { recordForm } from './record-form.ts'
import { recordName } from './record-name.ts'
import { recordPresent } from './record-present.ts'
import { recordSplit } from './record-split.ts'
import { recordSubdomain } from './record-subdomain.ts'
import { recordTtl } from './record-ttl.ts'
import { recordUnknownField } from './record-unknown-field.ts'
import { withoutMail, withoutMtaSts } from './record-use.ts'
import { recordVersion } from './record-version.ts'
import { ruaAddress } from './rua-address.ts'
import { ruaDestination } from './rua-destination.ts'
import { ruaField } from './rua-field.ts'
import { ruaList } from './rua-list.ts'
import { ruaPersonal } from './rua-personal.ts'
import { ruaTarget } from './rua-target.ts'

/** The order is the order on the screen: the record, its addresses, what it is for. */
export const TLS_RPT_RULES: readonly Rule[] = [
  recordPresent,
  recordName,
  recordCname,
  recordCount,
  recordVersion,
  recordSplit,
  recordForm,
  ruaField,
  ruaAddress,
  ruaList,
  ruaTarget,
  ruaDestination,
  ruaPersonal,
  recordUnknownField,
  recordTtl,
  recordSubdomain,
  withoutMtaSts,
  withoutMail,
]
