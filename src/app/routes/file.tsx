import { useLocation } from 'react-router'
import { NoFile } from '../../features/policy-file/no-file.tsx'
import { PolicyFilePage } from '../../features/policy-file/policy-file-page.tsx'
import { givenPolicyOf } from '../../gather/given-policy.ts'

export default function FileRoute() {
  const { state } = useLocation()
  const policy = givenPolicyOf(state)
  return policy === null ? <NoFile /> : <PolicyFilePage policy={policy} />
}
