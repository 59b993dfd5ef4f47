import { Fragment } from 'react'
import { Link } from 'react-router'
import { tokensOf, type Token } from './prose-tokens.ts'

/** One of our texts, with its backticks and links, inside whatever element holds it. */
export function Prose({ text }: { text: string }) {
  return <Tokens tokens={tokensOf(text)} />
}

function Tokens({ tokens }: { tokens: readonly Token[] }) {
  return tokens.map((token, place) => <OneToken key={place} token={token} />)
}

function OneToken({ token }: { token: Token }) {
  if (token.kind === 'text') return <WholeNames text={token.text} />
  if (token.kind === 'code') return <code>{token.text}</code>
  const inside = <Tokens tokens={token.text} />
  return token.to.startsWith('/') ? (
    <Link to={token.to}>{inside}</Link>
  ) : (
    <a href={token.to}>{inside}</a>
  )
}

/** Names in capitals with a hyphen do not break at it. */
function WholeNames({ text }: { text: string }) {
  const parts = text.split(/\b([A-Z]{2,}-[A-Z]{2,})\b/)
  if (parts.length === 1) return text
  return parts.map((part, place) =>
    place % 2 === 1 ? (
      <span key={place} className="whitespace-nowrap">
        {part}
      </span>
    ) : (
      <Fragment key={place}>{part}</Fragment>
    ),
  )
}
