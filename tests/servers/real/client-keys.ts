import { goodCertificate, otherHostCertificate } from '../certificates.ts';

/** The private key that the client `client-key` is registered with. */
export const registeredKey = goodCertificate.key;

/** The certificate that the client `client-tls` is registered with. */
export const registeredCertificate = otherHostCertificate;
