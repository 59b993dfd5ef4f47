import { useNavigate } from 'react-router'
import { Choice } from '../../../ui/field.tsx'
import { checkAddress, type CheckParams } from '../view-model/check-params.ts'

/** Something that only the owner knows. It stands in the address, so that a link says it too. */
export function SendsOnlySwitch({ params }: { params: CheckParams }) {
  const navigate = useNavigate()
  const change = (sendsOnly: boolean) =>
    void navigate(checkAddress({ ...params, sendsOnly }), { replace: true })
  return (
    <div className="print:hidden">
      <Choice
        type="checkbox"
        label="This domain only sends mail"
        help="Then nothing about receiving is missing, and Signet says what still helps."
        checked={params.sendsOnly}
        onChange={({ currentTarget }) => change(currentTarget.checked)}
      />
    </div>
  )
}
