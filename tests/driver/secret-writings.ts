export interface Writing {
  readonly writing: string;
  readonly bytes: Buffer;
}

/** Every way in which a secret could come to lie in a file, each with its bytes there. */
export function writingsOf(secret: string): readonly Writing[] {
  const raw = Buffer.from(secret, 'utf8');
  const wide = Buffer.from(secret, 'utf16le');
  const form = new URLSearchParams({ '': secret }).toString().slice(1);
  return [
    { writing: 'plain', bytes: raw },
    { writing: 'UTF-16', bytes: wide },
    { writing: 'JSON', bytes: Buffer.from(JSON.stringify(secret).slice(1, -1)) },
    { writing: 'ASCII JSON', bytes: Buffer.from(asciiJson(secret)) },
    { writing: 'URL', bytes: Buffer.from(encodeURIComponent(secret)) },
    { writing: 'form', bytes: Buffer.from(form) },
    { writing: 'hex', bytes: Buffer.from(raw.toString('hex')) },
    { writing: 'HEX', bytes: Buffer.from(raw.toString('hex').toUpperCase()) },
    ...[0, 1, 2].flatMap((shift) => [
      { writing: 'base64', bytes: base64Within(raw, shift, 'base64') },
      { writing: 'base64url', bytes: base64Within(raw, shift, 'base64url') },
      { writing: 'base64 of UTF-16', bytes: base64Within(wide, shift, 'base64') },
    ]),
  ];
}

function asciiJson(secret: string): string {
  const escaped = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(secret)
    .slice(1, -1)
    .replaceAll(/[\u0080-\uffff]/g, escaped);
}

/** How base64 shows bytes that stand in the middle of others: without the digits that neighbours share. */
function base64Within(bytes: Buffer, shift: number, encoding: 'base64' | 'base64url'): Buffer {
  const whole = Buffer.concat([Buffer.alloc(shift), bytes]);
  const first = shift === 0 ? 0 : 4;
  const full = whole.length - (whole.length % 3);
  return Buffer.from(whole.subarray(0, full).toString(encoding).slice(first));
}
