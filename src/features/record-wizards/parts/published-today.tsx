import type { Standing } from '../../../publish/make/standing.ts'
import { Prose } from '../../../ui/prose.tsx'

export interface PublishedTodayProps {
  standing: Standing
  isComplete: boolean
  /** Of which kind: "MTA-STS". */
  kind: string
  /** More that is published: the policy. */
  more?: string
}

/** What is there already, so that nobody is surprised that it is replaced. */
export function PublishedToday({ standing, isComplete, kind, more = '' }: PublishedTodayProps) {
  if (!isComplete) return null
  const texts = standing.ours.map((text) => `\`${text.replaceAll('`', 'ˋ')}\``)
  const words = !standing.known
    ? 'The record could not be looked up.'
    : texts.length === 0
      ? `No ${kind} record is published yet.`
      : `${texts.join(' and ')} ${texts.length === 1 ? 'is' : 'are'} published today.`
  return (
    <p className="text-side text-ink-2 wrap-anywhere [&_code]:inline">
      <Prose text={more === '' ? words : `${words} ${more}`} />
    </p>
  )
}
