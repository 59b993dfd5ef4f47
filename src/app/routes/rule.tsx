import { useParams } from 'react-router'
import { RulePage } from '../../features/rule-pages/rule-page.tsx'

export default function RuleRoute() {
  const { id = '' } = useParams()
  return <RulePage id={id} />
}
