import type { World } from '../../src/gather/sample/world.ts'

/** A domain with letters beyond ASCII, and reports alone. */
export const international: World = {
  dns: {
    'xn--bcher-kva.test MX': ['10 mail.xn--bcher-kva.test'],
    'xn--bcher-kva.test SOA': ['ns1.xn--bcher-kva.test hostmaster.xn--bcher-kva.test 1 300'],
    'xn--bcher-kva.test NS': ['ns1.xn--bcher-kva.test'],
    'mail.xn--bcher-kva.test A': ['1.1.1.40'],
    '_smtp._tls.xn--bcher-kva.test TXT': ['v=TLSRPTv1; rua=mailto:tls@xn--bcher-kva.test'],
  },
  http: {},
}
