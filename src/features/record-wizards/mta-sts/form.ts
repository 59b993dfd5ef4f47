import { mtaStsForm, type MtaStsForm } from '../../../publish/make/form-state/mta-sts.ts'
import { text, type FormState } from '../../../publish/make/form-state/parameters.ts'

/** The choices, and a host name that is only tried against them. */
export interface MtaStsPageForm extends MtaStsForm {
  try: string
}

const tried = text('try')

/** What is tried stands in the address too: a link shows what its sender saw. */
export const mtaStsPageForm: FormState<MtaStsPageForm> = {
  read: (params) => ({ ...mtaStsForm.read(params), try: tried.read(params) }),
  write(form) {
    const params = mtaStsForm.write(form)
    tried.write(params, form.try)
    return params
  },
}
