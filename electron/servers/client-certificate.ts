import { createPrivateKey, X509Certificate } from 'node:crypto';
import { Failure } from '../failure.ts';
import type { HttpRequest } from '../ports.ts';
import { clientKeyPem } from './client-key.ts';
import type { Values } from './fill-template.ts';

/**
 * The certificate of a login that holds one, with its key. It goes with every call, for tokens may be bound to it. Throws `bad-input` where
 * it cannot be read or the key is another's. @see RFC 8705 §3
 */
export function clientCertificate({
  clientCertificate: certPem,
  clientKey,
}: Values): HttpRequest['clientCertificate'] {
  if (!certPem) return undefined;
  const keyPem = clientKeyPem(clientKey ?? '');
  const certificate = readCertificate(certPem);
  if (!certificate.checkPrivateKey(createPrivateKey(keyPem))) {
    throw new Failure('bad-input', { field: 'clientKey' });
  }
  return { certPem, keyPem };
}

function readCertificate(pem: string): X509Certificate {
  try {
    return new X509Certificate(pem);
  } catch {
    throw new Failure('bad-input', { field: 'clientCertificate' });
  }
}
