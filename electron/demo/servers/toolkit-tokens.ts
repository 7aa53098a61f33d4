import { randomInt } from 'node:crypto';

interface AccessRow {
  token: string;
  scope: string;
  expiresAt: number;
  readonly clientId: string;
  readonly username: string | undefined;
  source: RefreshRow | undefined;
}

interface RefreshRow {
  readonly token: string;
  readonly clientId: string;
  readonly username: string | undefined;
  access: AccessRow | undefined;
  revokedAt: number | undefined;
}

export interface TokenPair {
  readonly accessToken: string;
  readonly refreshToken?: string;
  readonly scope: string;
}

export interface Lives {
  /** Life of an access token, seconds. */
  readonly accessTtl: number;
  /** How long a used refresh token gives the same new pair again, seconds. */
  readonly refreshGrace: number;
  /** Whether each refresh replaces the refresh token. */
  readonly rotate: boolean;
  readonly now: () => number;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const newToken = (): string =>
  Array.from({ length: 30 }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('');

/** What the toolkit's tables do, its dangling rows included: they are why some refreshes end in a 500. */
export class ToolkitTokens {
  #access: readonly AccessRow[] = [];
  #refresh: readonly RefreshRow[] = [];
  readonly #lives: Lives;

  constructor(lives: Lives) {
    this.#lives = lives;
  }

  grant(clientId: string, username: string | undefined, scope: string): TokenPair {
    const access = this.#create(clientId, username, scope, undefined);
    if (username === undefined) return { accessToken: access.token, scope };
    return this.#pair(access, newToken());
  }

  find(token: string): (Readonly<AccessRow> & { readonly alive: boolean }) | undefined {
    const row = this.#access.find((candidate) => candidate.token === token);
    return row && { ...row, alive: this.#lives.now() < row.expiresAt };
  }

  /** Exchanges a refresh token; the scope that is asked for must lie within the one that was granted. */
  refresh(
    token: string,
    clientId: string,
    scope: string | undefined,
  ): TokenPair | 'invalid_grant' | 'invalid_scope' | 'crash' {
    const { now, refreshGrace, rotate } = this.#lives;
    const used = this.#refresh.find((row) => row.token === token);
    const isDead = used?.revokedAt !== undefined && used.revokedAt <= now() - refreshGrace * 1000;
    if (used === undefined || isDead || used.clientId !== clientId) return 'invalid_grant';

    const successor = this.#access.find((row) => row.source === used);
    const granted = (used.access ?? successor)?.scope;
    if (granted === undefined) return 'crash';
    const asked = scope || granted;
    if (!asked.split(' ').every((one) => granted.split(' ').includes(one))) return 'invalid_scope';

    if (!rotate && used.access !== undefined) {
      const replaced = { token: newToken(), scope: asked, expiresAt: this.#expiry() };
      Object.assign(used.access, replaced);
      return { accessToken: replaced.token, refreshToken: used.token, scope: asked };
    }
    this.#revokeRefresh(used);
    if (successor !== undefined) {
      const next = this.#refresh.find((row) => row.access === successor);
      if (next === undefined) return 'crash';
      return { accessToken: successor.token, refreshToken: next.token, scope: successor.scope };
    }
    const access = this.#create(clientId, used.username, asked, used);
    return this.#pair(access, rotate ? newToken() : used.token);
  }

  revoke(token: string): void {
    for (const row of this.#access) if (row.token === token) this.#drop(row);
    for (const row of this.#refresh) if (row.token === token) this.#revokeRefresh(row);
  }

  #expiry(): number {
    return this.#lives.now() + this.#lives.accessTtl * 1000;
  }

  #create(
    clientId: string,
    username: string | undefined,
    scope: string,
    source: RefreshRow | undefined,
  ): AccessRow {
    const row = { token: newToken(), scope, expiresAt: this.#expiry(), clientId, username, source };
    this.#access = [...this.#access, row];
    return row;
  }

  #pair(access: AccessRow, token: string): TokenPair {
    const { clientId, username, scope } = access;
    this.#refresh = [...this.#refresh, { token, clientId, username, access, revokedAt: undefined }];
    return { accessToken: access.token, refreshToken: token, scope };
  }

  #drop(gone: AccessRow): void {
    this.#access = this.#access.filter((row) => row !== gone);
    for (const row of this.#refresh) if (row.access === gone) row.access = undefined;
  }

  #revokeRefresh(row: RefreshRow): void {
    if (row.revokedAt !== undefined) return;
    if (row.access !== undefined) this.#drop(row.access);
    row.revokedAt = this.#lives.now();
  }
}
