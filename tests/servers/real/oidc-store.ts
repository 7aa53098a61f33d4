interface Row {
  readonly uid?: string;
  readonly userCode?: string;
  readonly grantId?: string;
  consumed?: number;
}

const rows = new Map<string, Row>();

/** Keeps what the provider gives it for ever, so that an expired device code is answered as expired and not as unknown. */
export class OidcStore {
  readonly #model: string;

  constructor(model: string) {
    this.#model = model;
  }

  async upsert(id: string, row: Row): Promise<void> {
    rows.set(this.#key(id), row);
  }

  async find(id: string): Promise<Row | undefined> {
    return rows.get(this.#key(id));
  }

  async findByUid(uid: string): Promise<Row | undefined> {
    return this.#where((row) => row.uid === uid)[0]?.[1];
  }

  async findByUserCode(userCode: string): Promise<Row | undefined> {
    return this.#where((row) => row.userCode === userCode)[0]?.[1];
  }

  async consume(id: string): Promise<void> {
    const row = rows.get(this.#key(id));
    if (row) row.consumed = Math.floor(Date.now() / 1000);
  }

  async destroy(id: string): Promise<void> {
    rows.delete(this.#key(id));
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    for (const [key] of this.#where((row) => row.grantId === grantId)) rows.delete(key);
  }

  #key(id: string): string {
    return `${this.#model}:${id}`;
  }

  #where(matches: (row: Row) => boolean): readonly (readonly [string, Row])[] {
    return [...rows].filter(([key, row]) => key.startsWith(this.#key('')) && matches(row));
  }
}
