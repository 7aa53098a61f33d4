import { z } from 'zod';
import { copyFormats } from './copy-formats.ts';
import { copyResultSchema } from './copy-result.ts';
import { explainedLimit, explanationSchema } from './explanation.ts';
import { importResultSchema } from './import-result.ts';
import { inspectionRequests } from './inspection-requests.ts';
import { logoutOutcomeSchema, logoutResultSchema, unendedSchema } from './logout-result.ts';
import { placeSchema } from './place.ts';
import { probeResultSchema } from './probe-result.ts';
import { type Problem, problemSchema } from './problem.ts';
import { requestDraftSchema, savedRequestSchema } from './request-draft.ts';
import { sentAnswerSchema } from './sent-request.ts';
import { kindViewSchema, serverDraftSchema } from './server.ts';
import { type ServerKind, serverKindSchema } from './server-kind.ts';
import { sessionDetailSchema } from './session.ts';
import { settingsSchema } from './settings.ts';
import { snapshotSchema } from './snapshot.ts';
import { tagsSchema } from './tags.ts';
import { triedCalls, triedSchema } from './try-out.ts';

const none = z.undefined();
const nothing = z.void();
const id = z.string().min(1).max(100);
const fields = z.record(z.string().max(100), z.string().max(200_000));
const passphrase = z.string().max(10_000);
const profile = z.object({ profileId: id });
const server = z.object({ serverId: id });
const kind = z.object({ kindId: id });
const many = z.array(id).max(10_000);
/** What is to stand right behind; null moves to the end. */
const beforeId = id.nullable();
const removal = z.object({ removalId: id });
/** A description of a kind that may still be wrong: main checks it by `ownKindSchema`, and names what is wrong by its path. */
const kindDraft = z.custom<ServerKind>();

const appInfoSchema = z.object({ version: z.string(), electron: z.string(), platform: z.string() });

/**
 * The whole contract between window and main: name → what goes in, what comes out.
 * Types, validation, preload and the tests' stand-in for the bridge follow from this one table.
 */
export const requests = {
  'app.info': { input: none, output: appInfoSchema },
  /** Whether the desktop shows Lanyard's icon in a tray now; many on Linux have none. */
  'app.hasTray': { input: none, output: z.boolean() },
  'app.kinds': { input: none, output: z.array(kindViewSchema) },
  'app.snapshot': { input: none, output: snapshotSchema },
  /** Says that the window has its first snapshot and listens to `go`. */
  'window.ready': { input: none, output: nothing },
  'window.control': {
    input: z.object({ action: z.enum(['minimize', 'maximize', 'close']) }),
    output: nothing,
  },

  'vault.create': { input: z.object({ passphrase }), output: nothing },
  'vault.carryOnInMemory': { input: none, output: nothing },
  'vault.unlock': { input: z.object({ passphrase }), output: nothing },
  'vault.retryKeyring': { input: none, output: nothing },
  'vault.lock': { input: none, output: nothing },
  /** Sets a passphrase; where there is one, `current` proves that the user knows it. */
  'vault.setPassphrase': {
    input: z.object({ current: passphrase.optional(), next: passphrase }),
    output: nothing,
  },
  /** Leaves the vault to the keyring, once that has shown that it opens it. */
  'vault.removePassphrase': { input: z.object({ current: passphrase }), output: nothing },
  /** Lets the keyring open the vault beside the passphrase, or no longer. */
  'vault.setKeyring': { input: z.object({ use: z.boolean() }), output: nothing },
  /** Ends the warning about records that were put back. */
  'vault.acceptRolledBack': { input: none, output: nothing },
  /** Removes the vault with everything in it. */
  'vault.remove': { input: none, output: nothing },

  /** Asks where, then writes everything into one file that this passphrase seals. */
  'backup.export': {
    input: z.object({ passphrase }),
    output: z.object({ saved: z.boolean(), servers: z.int(), profiles: z.int() }),
  },
  /** Asks for the file, then takes in what it holds; of a profile that is here already, the newer one stays. */
  'backup.import': { input: z.object({ passphrase }), output: importResultSchema.nullable() },
  /** Servers and profiles without anything secret, for others: all of them, or those that are named. */
  'share.export': {
    input: z.object({ profileIds: many.optional() }),
    output: z.object({ saved: z.boolean(), servers: z.int(), profiles: z.int() }),
  },
  'share.import': { input: none, output: importResultSchema.nullable() },

  'server.probe': {
    input: z.object({
      address: z.string().max(2000),
      allowPlainHttp: z.boolean(),
      caPem: z.string().max(200_000).optional(),
    }),
    output: probeResultSchema,
  },
  /** Says what server a text describes; without a text, that of a file which the user chooses. Null when none is chosen. */
  'server.explain': {
    input: z.object({ text: z.string().max(explainedLimit).nullable() }),
    output: explanationSchema.nullable(),
  },
  'server.add': { input: serverDraftSchema, output: server },
  'server.update': { input: serverDraftSchema.extend({ serverId: id }), output: nothing },
  /**
   * Removes the server and all of its profiles. With `endAtServer` their sessions are ended there first; `unended` are those that were not,
   * and what kept them from it.
   */
  'server.remove': {
    input: server.extend({ endAtServer: z.boolean().optional() }),
    output: unendedSchema,
  },
  'server.move': { input: server.extend({ beforeId }), output: nothing },
  /** Creates a user at the server; the fields are the kind's `register`. */
  'server.register': { input: z.object({ serverId: id, fields }), output: nothing },

  /**
   * Starts demo servers on this machine, adds them and signs in to all but one; answers with what is to be typed for that one. The user
   * and password are a demo's and no secret.
   */
  'demo.start': { input: none, output: server.extend({ loginId: z.string(), fields }) },
  /** Removes the demo servers with all that belongs to them, and ends them. */
  'demo.remove': { input: none, output: nothing },

  /** The whole description of a kind; also of one that Lanyard comes with, to start from. */
  'kind.read': { input: kind, output: serverKindSchema },
  /**
   * Keeps a description under the id that is named, or as a new kind; `id` and `group` in it count for nothing. `bad-input` has in `fields`
   * what is wrong, by path, as `kindFaults` says it.
   */
  'kind.save': { input: z.object({ kindId: id.optional(), kind: kindDraft }), output: kind },
  /** `kind-in-use` while servers are of this kind; `detail` names them. */
  'kind.remove': { input: kind, output: nothing },
  'kind.export': { input: kind, output: z.object({ saved: z.boolean() }) },
  /** Asks for a file and takes in the kind that it describes, under a new id where its own is taken. Null when the user thought better of it. */
  'kind.import': { input: none, output: kind.nullable() },
  /** Shows the request of one call, and with `send` sends it. Nothing of it is kept but what the next step of the same dry run needs. */
  'kind.tryOut': {
    input: z.object({
      /** The caller's own id of the dry run. */
      tryOutId: id,
      kind: kindDraft,
      address: z.string().max(2000),
      allowPlainHttp: z.boolean(),
      caPem: z.string().max(200_000).optional(),
      settings: fields,
      loginId: id,
      fields,
      call: z.enum(triedCalls),
      send: z.boolean(),
    }),
    output: triedSchema,
  },
  /** Forgets what a dry run won, and ends what it is doing. */
  'kind.endTryOut': { input: z.object({ tryOutId: id }), output: nothing },

  /** Logs in; without `profileId` a new profile is made once the server has granted a token. Secret fields left out are taken from the vault. */
  'session.login': {
    input: z.object({
      serverId: id,
      profileId: id.optional(),
      name: z.string().trim().max(200).optional(),
      loginId: id,
      fields,
      remember: z.boolean(),
      /** The caller's own id, with which the login can be cancelled. */
      attemptId: id,
    }),
    output: profile,
  },
  'session.cancelLogin': { input: z.object({ attemptId: id }), output: nothing },
  /** Opens the page that a login waits for in the browser, once more. */
  'session.openPrompt': { input: z.object({ attemptId: id }), output: nothing },
  /** Copies the address that a login waits for, or its code for another device. */
  'session.copyPrompt': {
    input: z.object({ attemptId: id, what: z.enum(['address', 'code']) }),
    output: nothing,
  },
  /** Refreshes now, or logs in again with what is remembered where nothing can be refreshed. */
  'session.refresh': { input: profile, output: nothing },
  'session.askIdentity': { input: profile, output: nothing },
  'session.askExpiry': { input: profile, output: nothing },
  /** Ends the session at the server where it can, and forgets the tokens here. Says what came of it. */
  'session.logout': {
    /** Without `evenIfUnreached` nothing is forgotten when the server cannot be told. */
    input: profile.extend({ evenIfUnreached: z.boolean().optional() }),
    output: logoutResultSchema,
  },
  /** As `session.logout`, for many at once; one that fails keeps none of the others. */
  'session.logoutAll': {
    input: z.object({ profileIds: many, evenIfUnreached: z.boolean().optional() }),
    output: z.array(logoutOutcomeSchema),
  },
  'session.detail': { input: profile, output: sessionDetailSchema },
  /** The one request that answers with a secret: a token in full, to be hidden again at `hideAt`. */
  'session.reveal': {
    input: profile.extend({ token: z.enum(['access', 'refresh']) }),
    output: z.object({ text: z.string(), hideAt: z.number() }),
  },
  /** Copies, but for a token that is all but over, unless `evenIfEnding`: then the answer says when it ends. */
  'session.copy': {
    input: profile.extend({
      format: z.enum(copyFormats),
      evenIfEnding: z.boolean().optional(),
      /** In place of the call that asks who the token belongs to. */
      request: requestDraftSchema.optional(),
    }),
    output: copyResultSchema,
  },
  /** Sends a request now with the session's token, which is refreshed first where it is due. */
  'request.send': {
    /** `sendId` is the caller's own id, with which it can be given up, and its answer copied. */
    input: profile.extend({ sendId: id, request: requestDraftSchema }),
    output: sentAnswerSchema,
  },
  /** Gives up what is being sent, and forgets its answer. */
  'request.cancel': { input: z.object({ sendId: id }), output: nothing },
  'request.copyAnswer': {
    input: z.object({ sendId: id, what: z.enum(['body', 'whole']) }),
    output: nothing,
  },
  /** The whole of a request that is kept; without an id the one that asks who a token belongs to. */
  'request.read': { input: server.extend({ requestId: id.optional() }), output: requestDraftSchema },
  /** Keeps a request under the id that is named, or as a new one. */
  'request.save': {
    input: server.extend({ requestId: id.optional(), request: savedRequestSchema.omit({ id: true }) }),
    output: z.object({ requestId: id }),
  },
  'request.remove': { input: server.extend({ requestId: id }), output: nothing },
  ...inspectionRequests,
  'clipboard.clear': { input: none, output: nothing },

  'profile.rename': { input: profile.extend({ name: z.string().trim().min(1).max(200) }), output: nothing },
  /** A second profile with the same login and none of the tokens. */
  'profile.duplicate': { input: profile, output: profile },
  /** With `endAtServer` the session is ended there first; `problem` is what kept the server from being told, and the profile is gone all the same. */
  'profile.remove': {
    input: profile.extend({ endAtServer: z.boolean().optional() }),
    output: z.object({ problem: problemSchema.nullable() }),
  },
  /** Puts back what was deleted, sessions as they were. `too-late` once main has forgotten it. */
  'removal.undo': { input: removal, output: nothing },
  /** Forgets at once what a deletion could be undone with. */
  'removal.forget': { input: removal, output: nothing },
  /** `lifetimeMinutes` is used where the server names no lifetime; `forgetPassword` drops what was remembered. */
  'profile.update': {
    input: profile.extend({
      lifetimeMinutes: z.number().int().min(1).max(5_256_000).nullable().optional(),
      forgetPassword: z.boolean().optional(),
    }),
    output: nothing,
  },
  /** Marks many at once. Tags are compared without case; `bad-input` for `tags` where one would have too many, and then none is changed. */
  'profile.mark': {
    input: z.object({
      profileIds: many,
      favourite: z.boolean().optional(),
      addTags: tagsSchema.optional(),
      removeTags: z.array(z.string().max(40)).max(10_000).optional(),
    }),
    output: nothing,
  },
  'profile.move': { input: profile.extend({ beforeId }), output: nothing },
  /** As `profile.remove`, for many at once; `unended` are those that were not ended at their servers, and what kept them from it. */
  'profile.removeAll': {
    input: z.object({ profileIds: many, endAtServer: z.boolean().optional() }),
    output: unendedSchema,
  },

  /** All settings but the picker's keys, which have to be free. */
  'settings.update': { input: settingsSchema.omit({ pickerShortcut: true }).partial(), output: nothing },

  /** `isHeard` is false where keys are kept that could not be taken; on Wayland they may not reach Lanyard at all. */
  'picker.about': { input: none, output: z.object({ isHeard: z.boolean(), isWayland: z.boolean() }) },
  /** Takes other keys for the picker, or none; `isTaken` where they belong to somebody else, and then nothing is changed. */
  'picker.setShortcut': {
    input: z.object({ accelerator: z.string().max(100) }),
    output: z.object({ isTaken: z.boolean() }),
  },
  'picker.close': { input: none, output: nothing },
  /** Closes the picker and leads the main window to a place. */
  'picker.goTo': { input: placeSchema, output: nothing },
} as const satisfies Record<string, { readonly input: z.ZodType; readonly output: z.ZodType }>;

export type RequestName = keyof typeof requests;
export type RequestInput<Name extends RequestName> = z.infer<(typeof requests)[Name]['input']>;
export type RequestOutput<Name extends RequestName> = z.infer<(typeof requests)[Name]['output']>;

/** An answer over the bridge. A thrown error would lose its class and print itself, so failures travel as data. */
export type Answer<Output> =
  | { readonly ok: true; readonly value: Output }
  | { readonly ok: false; readonly problem: Problem };

/** What main sends by itself. */
export const pushes = {
  snapshot: snapshotSchema,
  /** Where in the window the user wants to be, asked for outside of it. */
  go: placeSchema,
} as const;
export type PushName = keyof typeof pushes;
export type PushPayload<Name extends PushName> = z.infer<(typeof pushes)[Name]>;

/** What the preload puts on `window.lanyard`, and all that it puts there. */
export interface Bridge {
  request<Name extends RequestName>(
    name: Name,
    input: RequestInput<Name>,
  ): Promise<Answer<RequestOutput<Name>>>;
  /** Listens to a push; the return value stops listening. */
  on<Name extends PushName>(name: Name, listener: (payload: PushPayload<Name>) => void): () => void;
}
