/** The values of a policy's fields other than `mx` (RFC 8461 section 3.2), without the blanks around them. */
export type StsMode = 'enforce' | 'testing' | 'none'

export const STS_MODES: readonly StsMode[] = ['enforce', 'testing', 'none']

/** Seconds: 365.25 days, "a little over a year". */
export const MAX_AGE_LIMIT = 31557600

/** sts-policy-version-value = %s"STSv1" */
export function isVersion(value: string): boolean {
  return value === 'STSv1'
}

/** sts-policy-mode-value = %s"testing" / %s"enforce" / %s"none" */
export function readMode(value: string): StsMode | null {
  return STS_MODES.find((mode) => mode === value) ?? null
}

/** sts-policy-max-age-value = 1*10(DIGIT), not above the limit (erratum 7282: the limit has eight digits). */
export function readMaxAge(value: string): number | 'max-age-syntax' | 'max-age-range' {
  if (!/^[0-9]{1,10}$/.test(value)) return 'max-age-syntax'
  return Number(value) > MAX_AGE_LIMIT ? 'max-age-range' : Number(value)
}
