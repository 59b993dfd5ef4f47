import { BrowserRouter } from 'react-router'
import { Toasts } from '../ui/toast.tsx'
import { Pages } from './pages.tsx'

export function App() {
  return (
    <BrowserRouter>
      <Toasts>
        <Pages />
      </Toasts>
    </BrowserRouter>
  )
}
