/** @see RFC 9110 §5.1 */
const token = /^[!#$%&'*+.^_`|~\w-]+$/;

/** What the connection or the body says: said twice, two readers of one request could disagree about where it ends or whom it is for. */
const reserved =
  /^(host|connection|keep-alive|content-length|transfer-encoding|te|trailer|upgrade|expect|proxy-.*|dpop)$/i;

/** True for the name of a header that a template may set. */
export function isHeaderName(name: string): boolean {
  return token.test(name) && !reserved.test(name);
}
