/**
 * The fields of a form in the address of the page. What a link brings is read with suspicion: too long, too many or not
 * one of the choices counts as not there. What is as usual is left out.
 */

/** Longer than anything that is typed in earnest; the address of a page must hold the whole form. */
const LONGEST = 2000
const MOST = 120

/** One field: how it is read from an address, and written into it. */
export interface Parameter<T> {
  read: (params: URLSearchParams) => T
  write: (params: URLSearchParams, value: T) => void
}

/** As typed. */
export function text(name: string, usual = ''): Parameter<string> {
  return {
    read: (params) => bounded(params.get(name)) ?? usual,
    write: (params, value) => {
      if (value !== usual) params.set(name, value)
    },
  }
}

export function choice<T extends string>(
  name: string,
  choices: readonly T[],
  usual: T,
): Parameter<T> {
  return {
    read: (params) => choices.find((known) => known === params.get(name)) ?? usual,
    write: (params, value) => {
      if (value !== usual) params.set(name, value)
    },
  }
}

/** Texts as typed, none of them empty; null is another thing than none. */
export function list(name: string): Parameter<readonly string[] | null> {
  return {
    read: (params) => {
      const values = params.getAll(name)
      if (values.length === 0) return null
      return values
        .flatMap((value) => bounded(value) ?? [])
        .filter((value) => value !== '')
        .slice(0, MOST)
    },
    write: (params, values) => {
      if (values === null) return
      if (values.length === 0) params.set(name, '')
      for (const value of values) params.append(name, value)
    },
  }
}

export function flag(name: string): Parameter<boolean> {
  return {
    read: (params) => params.get(name) === 'yes',
    write: (params, value) => {
      if (value) params.set(name, 'yes')
    },
  }
}

/** A day, `2026-09-14`; null for none. */
export function day(name: string): Parameter<string | null> {
  return {
    read: (params) => {
      const value = params.get(name) ?? ''
      return isDay(value) ? value : null
    },
    write: (params, value) => {
      if (value !== null) params.set(name, value)
    },
  }
}

/** `ZONEID`, `var.zone_id`, `/path/key.pem`; the longest have a domain in them. */
const WORD = /^[!-~]{1,300}$/

/** What the visitor gives in place of words that an output format cannot know: `fill.ZONEID=Z123`. */
export function replacements(prefix: string): Parameter<readonly (readonly [string, string])[]> {
  const start = `${prefix}.`
  return {
    read: (params) => {
      const pairs = new Map<string, string>()
      for (const [name, value] of params) {
        const word = name.startsWith(start) ? name.slice(start.length) : ''
        const known = bounded(value) ?? ''
        if (WORD.test(word) && known !== '' && pairs.size < MOST) pairs.set(word, known)
      }
      return [...pairs]
    },
    write: (params, pairs) => {
      for (const [word, value] of pairs) if (value !== '') params.set(start + word, value)
    },
  }
}

export interface FormState<T> {
  /** From whatever a link brings; never throws. */
  read: (params: URLSearchParams) => T
  write: (form: T) => URLSearchParams
}

/** All fields of a form together. */
export function formOf<T extends object>(parameters: {
  [Name in keyof T]: Parameter<T[Name]>
}): FormState<T> {
  const names = Object.keys(parameters) as (keyof T)[]
  return {
    read(params) {
      const form: Partial<T> = {}
      for (const name of names) form[name] = parameters[name].read(params)
      return form as T
    },
    write(form) {
      const params = new URLSearchParams()
      for (const name of names) parameters[name].write(params, form[name])
      return params
    },
  }
}

function bounded(value: string | null): string | null {
  return value === null || value.length > LONGEST ? null : value
}

function isDay(value: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(value)) return false
  const time = Date.parse(value)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value)
}
