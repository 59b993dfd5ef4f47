/** Settings of Zimbra and Postfix that a policy relies on, as commands. */
import type { ShellCommand } from './commands.ts'

const HOST = '"$(zmhostname)"'

/**
 * For the user `zimbra`. Settings live in Zimbra's directory: a change of `main.cf` by hand is overwritten. The outgoing
 * level's attribute is spelled as in Zimbra's schema.
 */
export const ZIMBRA_COMMANDS: readonly ShellCommand[] = [
  {
    id: 'zimbra.user',
    purpose: 'A shell as the user `zimbra`',
    command: 'sudo su - zimbra',
    look: 'On Red Hat, as root, it is `su - zimbra`.',
  },
  {
    id: 'zimbra.inbound',
    purpose: 'TLS for incoming mail, as it is',
    command: `zmprov gs ${HOST} zimbraMtaTlsSecurityLevel`,
    look: 'It says `may`. With `none` the server offers no STARTTLS.',
  },
  {
    id: 'zimbra.inbound-set',
    purpose: 'TLS offered for incoming mail',
    command: `zmprov ms ${HOST} zimbraMtaTlsSecurityLevel may`,
    look: 'It prints nothing.',
  },
  {
    id: 'zimbra.outbound',
    purpose: 'TLS for outgoing mail, as it is',
    command: `zmprov gs ${HOST} zimbraMtaSmtpTlsSecurityLevel`,
    look: 'It says `may`.',
  },
  {
    id: 'zimbra.outbound-set',
    purpose: 'TLS used for outgoing mail where it is offered',
    command: `zmprov ms ${HOST} zimbraMtaSmtpTlsSecurityLevel may`,
    look: 'It prints nothing.',
  },
  {
    id: 'zimbra.protocols',
    purpose: 'TLS versions, as they are',
    command: 'zmprov gcf zimbraMtaSmtpdTlsProtocols',
    look: 'It says `>=TLSv1.2`.',
  },
  {
    id: 'zimbra.protocols-set',
    purpose: 'TLS 1.2 and later only',
    command: "zmprov mcf zimbraMtaSmtpdTlsProtocols '>=TLSv1.2'",
    look: 'It prints nothing. Postfix before 3.6 does not know `>=`.',
  },
  {
    id: 'zimbra.restart',
    purpose: 'The new settings in use',
    command: 'zmmtactl restart',
    look: 'Mail is taken again after some seconds.',
  },
]

/** As root, on a Postfix without Zimbra. */
export const POSTFIX_COMMANDS: readonly ShellCommand[] = [
  {
    id: 'postfix.tls',
    purpose: 'STARTTLS with your certificate, TLS 1.2 and later',
    command:
      "postconf -e 'smtpd_tls_security_level = may' 'smtpd_tls_chain_files = /path/key.pem, /path/fullchain.pem' 'smtpd_tls_protocols = >=TLSv1.2'",
    look: 'It prints nothing. Postfix before 3.6 does not know `>=`.',
    replaceHere: ['/path/key.pem', '/path/fullchain.pem'],
  },
  {
    id: 'postfix.reload',
    purpose: 'The new settings in use',
    command: 'postfix reload',
    look: 'It says that it refreshes the mail system.',
  },
  {
    id: 'postfix.reports',
    purpose: 'Reports to others about your outgoing mail, from Postfix 3.10 on',
    command: "postconf -e 'smtp_tlsrpt_enable = yes' && postfix reload",
    look: 'A collector for the TLS-RPT library must run beside it.',
  },
]
