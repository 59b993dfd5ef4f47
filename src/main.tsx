import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import './app/styles/main.css'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has the element #root')
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
