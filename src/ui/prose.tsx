import { Fragment } from 'react'
import { Link } from 'react-router'
import { tokensOf, type Token } from './prose-tokens.ts'

/** One of our texts, with its backticks and links, inside whatever element holds it. */
export function Prose({ text }: { text: string }) {
  return <Tokens tokens={tokensOf(text)} />
}

function Tokens({ tokens }: { tokens: readonly Token[] }) {
  return withPunctuation(tokens).map(({ before, token, after }, place) => {
    const inside = <OneToken key={place} token={token} />
    if (before === '' && after === '') return inside
    return (
      <span key={place} className="whitespace-nowrap *:whitespace-normal">
        {before}
        {inside}
        {after}
      </span>
    )
  })
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

interface Punctuated {
  before: string
  token: Token
  after: string
}

/** Code is a block to the line breaker, which would part it from its comma or bracket: those are handed to the code. */
function withPunctuation(tokens: readonly Token[]): Punctuated[] {
  return tokens.map((token, place) => {
    if (token.kind === 'code')
      return {
        before: edge(tokens[place - 1], OPENING),
        token,
        after: edge(tokens[place + 1], CLOSING),
      }
    if (token.kind !== 'text') return { before: '', token, after: '' }
    let { text } = token
    if (tokens[place - 1]?.kind === 'code') text = text.replace(CLOSING, '')
    if (tokens[place + 1]?.kind === 'code') text = text.replace(OPENING, '')
    return { before: '', token: { kind: 'text', text }, after: '' }
  })
}

const OPENING = /[(“‘]+$/
const CLOSING = /^[,.;:?)”’]+/

function edge(token: Token | undefined, pattern: RegExp): string {
  return token?.kind === 'text' ? (pattern.exec(token.text)?.[0] ?? '') : ''
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
