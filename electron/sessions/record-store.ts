/** What the keeper needs of the vault: JSON values by id, kept durably. */
export interface RecordStore {
  list(): Promise<readonly string[]>;
  /** The value, or `null` when there is none. */
  read(id: string): Promise<unknown>;
  /** True for a value that was read and is older than one that was there. */
  isOlder(id: string): boolean;
  /** Resolves only when the value is durably saved. */
  write(id: string, value: unknown): Promise<void>;
  remove(id: string): Promise<void>;
}
