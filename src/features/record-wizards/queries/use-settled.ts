import { useEffect, useState } from 'react'

/** The value as it was when it last stayed the same for so long, in milliseconds: nobody is asked about half a name. */
export function useSettled<T>(value: T, ms = 600): T {
  const key = JSON.stringify(value)
  const [settled, setSettled] = useState({ key, value })
  useEffect(() => {
    if (settled.key === key) return undefined
    const timer = setTimeout(() => setSettled({ key, value }), ms)
    return () => clearTimeout(timer)
  }, [settled.key, key, value, ms])
  return settled.value
}
