import { z } from 'zod';
import { problemSchema } from './problem.ts';
import { serverViewSchema } from './server.ts';
import { sessionViewSchema } from './session.ts';

const slotSchema = z.enum(['keyring', 'passphrase']);

export const vaultViewSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('starting') }),
  z.object({ status: z.literal('none'), keyring: z.boolean() }),
  z.object({
    status: z.literal('locked'),
    slots: z.array(slotSchema).readonly(),
    reason: z.enum(['keyring-refused', 'keyring-absent']).exactOptional(),
  }),
  z.object({
    status: z.literal('open'),
    protectedBy: z.array(slotSchema).readonly(),
    damaged: z.array(z.string()).readonly(),
  }),
  z.object({ status: z.literal('memory') }),
  z.object({ status: z.literal('unreadable'), reason: z.enum(['newer', 'damaged']) }),
]);
export type VaultView = z.infer<typeof vaultViewSchema>;

export const settingsSchema = z.object({
  theme: z.enum(['system', 'light', 'dark']),
  /** Seconds until a copied secret is cleared from the clipboard; 0 leaves it to the user. */
  clipboardSeconds: z.number().int().min(0).max(600),
  /** Seconds a revealed token stays on screen. */
  revealSeconds: z.number().int().min(5).max(120),
  /** Minutes before the end at which a session that cannot be refreshed is announced. */
  warnMinutes: z.number().int().min(1).max(60),
});
export type Settings = z.infer<typeof settingsSchema>;

export const copyFormats = ['access-token', 'refresh-token', 'header', 'curl', 'curl-env'] as const;
export type CopyFormat = (typeof copyFormats)[number];

/** What Lanyard put on the clipboard and when it will take it away again. */
export const clipboardViewSchema = z.object({
  format: z.enum(copyFormats),
  /** Whose token it is. */
  profileId: z.string(),
  profileName: z.string(),
  serverName: z.string(),
  copiedAt: z.number(),
  clearsAt: z.number().nullable(),
});
export type ClipboardView = z.infer<typeof clipboardViewSchema>;

/** The whole state the window draws, replaced as one. Holds no secret. */
export const snapshotSchema = z.object({
  vault: vaultViewSchema,
  servers: z.array(serverViewSchema),
  sessions: z.array(sessionViewSchema),
  settings: settingsSchema,
  clipboard: clipboardViewSchema.nullable(),
  /** A problem of the app itself, such as a vault that cannot save. */
  problem: problemSchema.nullable(),
});
export type Snapshot = z.infer<typeof snapshotSchema>;
