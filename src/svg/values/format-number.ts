/** The shortest text of a number with so many decimals: no exponent, no `-0`, no zero before the point where it may go. */
export function formatNumber(number: number, decimals = 4): string {
  if (!Number.isFinite(number)) return '0'
  const fixed = number.toFixed(decimals)
  const trimmed = fixed.includes('.') ? fixed.replace(/\.?0+$/, '') : fixed
  return trimmed === '-0' || trimmed === '' ? '0' : trimmed.replace(/^(-?)0\./, '$1.')
}
