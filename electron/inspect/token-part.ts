const base64 = /^[\w+/-]+={0,2}$/;

/** What base64, of either alphabet, says as text; bytes that are no UTF-8 become U+FFFD. Null for what is no base64. */
export function decodeText(part: string): { readonly text: string; readonly isUtf8: boolean } | null {
  return base64.test(part) ? textOf(Buffer.from(part, 'base64url')) : null;
}

export function textOf(bytes: Uint8Array): { readonly text: string; readonly isUtf8: boolean } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), isUtf8: true };
  } catch {
    return { text: new TextDecoder().decode(bytes), isUtf8: false };
  }
}
