import { z } from 'zod';
import { clippedFormats } from './copy-formats.ts';
import { problemSchema } from './problem.ts';
import { removalViewSchema } from './removal.ts';
import { kindViewSchema, serverViewSchema } from './server.ts';
import { attemptViewSchema, sessionViewSchema } from './session.ts';
import { settingsSchema } from './settings.ts';
import { updateViewSchema } from './update.ts';

const slotSchema = z.enum(['keyring', 'passphrase']);

/** A session as it may be shown to whoever passes by: a name and how long it lives. */
export const countdownSchema = z.object({
  profileId: z.string(),
  name: z.string(),
  serverName: z.string(),
  expiresAt: z.number().nullable(),
});
export type Countdown = z.infer<typeof countdownSchema>;

export const vaultViewSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('starting') }),
  z.object({ status: z.literal('none'), keyring: z.boolean() }),
  z.object({
    status: z.literal('locked'),
    slots: z.array(slotSchema).readonly(),
    reason: z.enum(['keyring-refused', 'keyring-absent']).exactOptional(),
    /** Set while sessions are kept alive behind the lock. */
    refreshing: z.literal(true).exactOptional(),
    /** What may be seen of the sessions behind the lock, where the user chose that; frozen at the lock unless they are kept alive. */
    countdowns: z.array(countdownSchema).readonly().exactOptional(),
  }),
  z.object({
    status: z.literal('open'),
    protectedBy: z.array(slotSchema).readonly(),
    damaged: z.array(z.string()).readonly(),
    /** Ids of records that are older than they were, `index` for the list of servers and profiles, `vault.json` for the header. */
    rolledBack: z.array(z.string()).readonly(),
  }),
  z.object({ status: z.literal('memory') }),
  z.object({
    status: z.literal('unreadable'),
    reason: z.enum(['newer', 'damaged', 'in-use', 'cannot-save']),
  }),
]);
export type VaultView = z.infer<typeof vaultViewSchema>;

/** What Lanyard put on the clipboard and when it will take it away again. */
export const clipboardViewSchema = z.object({
  format: z.enum(clippedFormats),
  /** Whose token it is, one of them where it is those of several; a locked window is told no names, unless it shows countdowns, nor is one of several. */
  profileId: z.string(),
  profileName: z.string().nullable(),
  serverName: z.string().nullable(),
  copiedAt: z.number(),
  clearsAt: z.number().nullable(),
});
export type ClipboardView = z.infer<typeof clipboardViewSchema>;

/** The whole state the window draws, replaced as one. Holds no secret. */
export const snapshotSchema = z.object({
  vault: vaultViewSchema,
  servers: z.array(serverViewSchema),
  sessions: z.array(sessionViewSchema),
  /** Logins that run. */
  attempts: z.array(attemptViewSchema),
  /** Kinds of servers that the user described. */
  ownKinds: z.array(kindViewSchema),
  /** What was deleted and can still be put back, the last one at the end. */
  removals: z.array(removalViewSchema),
  settings: settingsSchema,
  clipboard: clipboardViewSchema.nullable(),
  update: updateViewSchema,
  /** A problem of the app itself, such as a vault that cannot save. */
  problem: problemSchema.nullable(),
});
export type Snapshot = z.infer<typeof snapshotSchema>;
