import { createContext } from 'react'

/** Takes a fetched logo to the page that looks into it; null where there is none. */
export const LogoLabDoor = createContext<((logo: File) => void) | null>(null)
