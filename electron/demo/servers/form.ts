import type { RecordedRequest } from './recording-server.ts';

function readMultipart(body: string, boundary: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const part of body.split(`--${boundary}`)) {
    const [, name, value] = /^\r\n[\s\S]*?\bname="([^"]*)"[\s\S]*?\r\n\r\n([\s\S]*)\r\n$/.exec(part) ?? [];
    if (name !== undefined && value !== undefined) fields.set(name, value);
  }
  return fields;
}

/** Reads an urlencoded or multipart body; anything else reads as an empty form, and of equal names the last counts. */
export function readForm(request: RecordedRequest): ReadonlyMap<string, string> {
  const type = request.headers['content-type'] ?? '';
  if (/^application\/x-www-form-urlencoded\b/i.test(type)) return new Map(new URLSearchParams(request.body));
  const [, boundary] = /^multipart\/form-data;.*\bboundary="?([^";]+)/i.exec(type) ?? [];
  return boundary === undefined ? new Map() : readMultipart(request.body, boundary);
}
