import { BrowserRouter } from 'react-router'
import { Toasts } from '../ui/toast.tsx'
import { ProvideIntake } from './intake.tsx'
import { Pages } from './pages.tsx'

export function App() {
  return (
    <BrowserRouter>
      <Toasts>
        <ProvideIntake>
          <Pages />
        </ProvideIntake>
      </Toasts>
    </BrowserRouter>
  )
}
