/** 3.2 → "3.2 %" */
export function percentWords(percent: number): string {
  if (percent < 1) return 'less than 1\u00a0%'
  return `${percent < 10 ? Math.round(percent * 10) / 10 : Math.round(percent)}\u00a0%`
}

/** Percents while they can be pictured; then, how many times: "3.2 % of", "21 times". */
export function shareWords(percent: number): string {
  if (percent < 200) return `${percentWords(percent)} of`
  const times = percent / 100
  return `${times < 10 ? Math.round(times * 10) / 10 : Math.round(times)} times`
}
