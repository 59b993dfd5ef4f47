import { mailServerCommands, RUN_ON_A_SERVER } from '../../../publish/commands.ts'
import { POSTFIX_COMMANDS, ZIMBRA_COMMANDS } from '../../../publish/mail-server-settings.ts'
import { Commands, More } from '../parts/commands.tsx'
import type { Today } from './today.ts'

/** What every mail server must do before senders insist on it; a browser cannot ask them. */
export function ServersReady({ today, lines }: { today: Today; lines: readonly string[] }) {
  const inDns = today.servers.map(({ host }) => host)
  const hosts = inDns.length > 0 ? inDns : lines.filter((line) => !line.startsWith('*'))
  return (
    <>
      <p>
        Each offers STARTTLS with TLS 1.2 or later, and a certificate of a public authority for its
        own name. A browser cannot ask mail servers; a shell can. {RUN_ON_A_SERVER}
      </p>
      <div className="space-y-2">
        {hosts.map((host) => (
          <More key={host} title={`Commands for \`${host}\``}>
            <Commands commands={mailServerCommands(host)} />
          </More>
        ))}
        <More title="Settings of Zimbra">
          <Commands commands={ZIMBRA_COMMANDS} />
        </More>
        <More title="Settings of Postfix without Zimbra">
          <Commands commands={POSTFIX_COMMANDS} />
        </More>
      </div>
    </>
  )
}
