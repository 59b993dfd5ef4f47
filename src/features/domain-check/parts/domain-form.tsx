import { useNavigate } from 'react-router'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { checkAddress } from '../view-model/check-params.ts'

/** The box again, with what was typed in it. */
export function DomainForm({ typed }: { typed: string }) {
  const navigate = useNavigate()
  const check = (form: FormData) => {
    const text = String(form.get('domain') ?? '').trim()
    if (text !== '') void navigate(checkAddress({ typed: text }))
  }
  return (
    <form action={check} className="max-w-box">
      <Field
        key={typed}
        label="Domain, e-mail address or web address"
        name="domain"
        defaultValue={typed}
        action={
          <Button type="submit" look="main" className="rounded-s-none">
            Check
          </Button>
        }
      />
    </form>
  )
}
