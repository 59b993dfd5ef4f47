import { useLocation, useNavigate } from 'react-router'
import { LogoLabPage } from '../../features/logo-lab/logo-lab-page.tsx'
import { useIntake } from '../intake.tsx'

/** Which logo is shown stands in the history entry; the logos themselves do not. */
export default function LogoRoute() {
  const { state } = useLocation()
  const navigate = useNavigate()
  const { logos, take, takeText, forgetLogo, keepMade } = useIntake()
  return (
    <LogoLabPage
      logos={logos}
      shown={keyOf(state)}
      onShow={(key) => void navigate('/logo', { replace: true, state: { logo: key } })}
      onFiles={take}
      onText={takeText}
      onForget={forgetLogo}
      onMade={keepMade}
      wizard="/bimi"
    />
  )
}

function keyOf(state: unknown): string | null {
  const key: unknown =
    typeof state === 'object' && state !== null && 'logo' in state ? state.logo : null
  return typeof key === 'string' ? key : null
}
