/**
 * Hosting services that say in words that nobody has claimed a name which points to them: whoever does so next serves
 * under that name. From the services' error pages, as known by experience.
 */
import { decodeBase64, decodeText } from '../text/utf8.ts'

interface Service {
  name: string
  /** Ends of the alias's target, complete labels. */
  suffix: string
  says: string
}

const SERVICES: readonly Service[] = [
  { name: 'GitHub Pages', suffix: 'github.io', says: "There isn't a GitHub Pages site here" },
  { name: 'Heroku', suffix: 'herokuapp.com', says: 'No such app' },
  { name: 'Heroku', suffix: 'herokudns.com', says: 'No such app' },
  { name: 'Azure', suffix: 'azurewebsites.net', says: '404 Web Site not found' },
  { name: 'Amazon S3', suffix: 'amazonaws.com', says: 'NoSuchBucket' },
  { name: 'Surge', suffix: 'surge.sh', says: 'project not found' },
]

/** The service that the target belongs to, if its answer says that it knows no such site; else null. */
export function unclaimedService(
  target: string,
  answer: { status: number; body: string } | null,
): string | null {
  if (answer === null || answer.status === 200) return null
  const text = decodeText(decodeBase64(answer.body) ?? new Uint8Array()).text
  const service = SERVICES.find(
    ({ suffix, says }) => `.${target}`.endsWith(`.${suffix}`) && text.includes(says),
  )
  return service?.name ?? null
}
