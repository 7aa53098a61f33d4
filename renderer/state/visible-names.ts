import type { SessionView } from '../../electron/contract/session.ts';
import type { Snapshot } from '../../electron/contract/snapshot.ts';

/**
 * What turns the text around a name over, or cannot be seen at all: embeddings, overrides and isolates of the bidirectional
 * algorithm, and control characters. Plain marks of direction stay, for right-to-left names are written with them.
 */
const commands = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/** A name as it can be shown amid other text: each invisible command in it is a mark that can be seen. */
export function visibleName(name: string): string {
  return name.replace(commands, '\ufffd');
}

/** The snapshot with names that stay within their places, whoever gave them. */
export function withVisibleNames(snapshot: Snapshot): Snapshot {
  const { servers, sessions, clipboard } = snapshot;
  return {
    ...snapshot,
    servers: servers.map((server) => ({ ...server, name: visibleName(server.name) })),
    sessions: sessions.map(withVisibleName),
    clipboard: clipboard && {
      ...clipboard,
      profileName: clipboard.profileName === null ? null : visibleName(clipboard.profileName),
      serverName: clipboard.serverName === null ? null : visibleName(clipboard.serverName),
    },
  };
}

/** Hardly any has such a name, and a thousand of them need not be copied to learn it. */
function withVisibleName(session: SessionView): SessionView {
  const name = visibleName(session.name);
  const who = session.identity && visibleName(session.identity.who);
  if (name === session.name && who === (session.identity?.who ?? null)) return session;
  return { ...session, name, identity: session.identity && { ...session.identity, who: who ?? '' } };
}
