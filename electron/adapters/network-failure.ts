import type { Problem } from '../contract/problem.ts';
import { words } from '../words/words.ts';

/** Causes of a refused certificate, by the code that Node or OpenSSL gives. The words are harmless facts for the window's sentence. */
const tlsCauses: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: words.remarks.certificates.expired,
  CERT_NOT_YET_VALID: words.remarks.certificates.notYetValid,
  DEPTH_ZERO_SELF_SIGNED_CERT: words.remarks.certificates.selfSigned,
  SELF_SIGNED_CERT_IN_CHAIN: words.remarks.certificates.selfSigned,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: words.remarks.certificates.unknownAuthority,
  UNABLE_TO_GET_ISSUER_CERT: words.remarks.certificates.unknownAuthority,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: words.remarks.certificates.unknownAuthority,
  CERT_UNTRUSTED: words.remarks.certificates.unknownAuthority,
  CERT_REVOKED: words.remarks.certificates.revoked,
  ERR_TLS_CERT_ALTNAME_INVALID: words.remarks.certificates.wrongHost,
  HOSTNAME_MISMATCH: words.remarks.certificates.wrongHost,
};

/** Alerts with which a server ends a connection over the certificate of its client. @see RFC 8446 §6.2 */
const clientCertificateAlert =
  /^ERR_SSL_(TLSV1_|TLSV13_|SSLV3_)ALERT_(CERTIFICATE_\w+|BAD_CERTIFICATE|UNSUPPORTED_CERTIFICATE|UNKNOWN_CA)$/;

/** The same alerts where a handshake before TLS 1.3 ends in a bare `EPROTO`, which names them in its message alone. */
const alertNumber = /\bSSL alert number (42|43|44|45|46|48|116)\b/;

const otherTlsCode = /^(ERR_TLS_|ERR_SSL_|ERR_OSSL_|CERT_|EPROTO$)/;

/** Codes of a reply that is larger than its limit, in its body or in its headers. */
const tooLarge: readonly string[] = ['HPE_HEADER_OVERFLOW'];
const timedOut: readonly string[] = ['ETIMEDOUT', 'ECONNABORTED', 'ESOCKETTIMEDOUT'];

/** Says what an error of the network is about: a host and a cause, and nothing of what was sent. */
export function networkFailure(thrown: unknown, host: string): Problem {
  const codes = codesOf(thrown);
  // The server ended the connection before it read anything that came on it.
  if (codes.some((code) => clientCertificateAlert.test(code)) || hasAlertNumber(thrown, codes)) {
    return { code: 'certificate-refused', detail: host, done: 'no' };
  }
  const tlsCode = codes.find((code) => Object.hasOwn(tlsCauses, code) || otherTlsCode.test(code));
  if (tlsCode !== undefined) {
    return {
      code: 'tls-refused',
      detail: `${host}: ${tlsCauses[tlsCode] ?? words.remarks.certificates.other}`,
    };
  }
  if (codes.some((code) => tooLarge.includes(code)) || isBodyTooLarge(thrown)) {
    return { code: 'reply-too-large', detail: host };
  }
  return { code: codes.some((code) => timedOut.includes(code)) ? 'timed-out' : 'unreachable', detail: host };
}

function hasAlertNumber(thrown: unknown, codes: readonly string[]): boolean {
  return codes.includes('EPROTO') && thrown instanceof Error && alertNumber.test(thrown.message);
}

/** The HTTP library names no code of its own for this. */
function isBodyTooLarge(thrown: unknown): boolean {
  return thrown instanceof Error && /^maxContentLength size of \d+ exceeded$/.test(thrown.message);
}

function codesOf(thrown: unknown): readonly string[] {
  const codes: string[] = [];
  let error = thrown;
  // A chain of causes has a handful of links; a longer one is a circle.
  for (let depth = 0; depth < 5 && error instanceof Error; depth += 1) {
    if ('code' in error && typeof error.code === 'string') codes.push(error.code);
    error = error.cause;
  }
  return codes;
}
