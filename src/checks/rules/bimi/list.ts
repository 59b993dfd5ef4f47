import type { Rule } from '../../rule.ts'
import { bimiDmarc } from './dmarc.ts'
import { bimiHeadersIndicator } from './headers-indicator.ts'
import { bimiHeadersReceiver } from './headers-receiver.ts'
import { bimiHeadersSender } from './headers-sender.ts'
import { bimiHostAnswer } from './host-answer.ts'
import { bimiHostContent } from './host-content.ts'
import { bimiHostCors } from './host-cors.ts'
import { bimiHostName } from './host-name.ts'
import { bimiLocalParts } from './local-parts.ts'
import { bimiRecordAddresses } from './record-addresses.ts'
import { bimiRecordAlias } from './record-alias.ts'
import { bimiRecordPresent } from './record-present.ts'
import { bimiRecordSet } from './record-set.ts'
import { bimiRecordTags } from './record-tags.ts'
import { bimiRecordText } from './record-text.ts'
import { bimiSpf } from './spf.ts'

/** The order is the order on the screen: record, DMARC, files. */
export const BIMI_RULES: readonly Rule[] = [
  bimiRecordPresent,
  bimiRecordSet,
  bimiRecordAlias,
  bimiRecordText,
  bimiRecordAddresses,
  bimiRecordTags,
  bimiLocalParts,
  bimiDmarc,
  bimiSpf,
  bimiHostName,
  bimiHostAnswer,
  bimiHostContent,
  bimiHostCors,
  bimiHeadersReceiver,
  bimiHeadersSender,
  bimiHeadersIndicator,
]
