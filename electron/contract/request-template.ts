import { z } from 'zod';
import { isHeaderName } from './header-name.ts';

/** Text in which `{name}` stands for a setting, a login's field, a derived value or a token. */
export const templateSchema = z.string().max(2000);

export const placeholder = /\{(\w+)\}/g;

/** The names that stand in a template, in order. */
export function placeholdersOf(text: string): readonly string[] {
  if (!text.includes('{')) return [];
  return [...text.matchAll(placeholder)].flatMap(([, name]) => name ?? []);
}

/** Where something stands in JSON: names and indices joined by dots, `*` for every entry of a list. */
export const jsonPathSchema = z.string().min(1).max(200);

/** Where something stands in a reply: a path into its JSON, or `header:` and the name of a header. */
export const sourceSchema = z.string().min(1).max(200);

export const matchSchema = z.strictObject({
  status: z.array(z.number().int()).optional(),
  /** True for a reply without a body. */
  empty: z.boolean().optional(),
  path: jsonPathSchema.optional(),
  exists: z.boolean().optional(),
  equals: z.union([z.string(), z.number(), z.boolean()]).optional(),
  startsWith: z.string().optional(),
});
/** What a reply must look like; every part that is given must hold, and of several values at `path` one is enough. */
export type Match = z.infer<typeof matchSchema>;

/** True for a match that says nothing of a reply. */
export function fitsAll({ status, empty, path, exists, equals, startsWith }: Match): boolean {
  if (status !== undefined || empty !== undefined) return false;
  return path === undefined || (exists === undefined && equals === undefined && startsWith === undefined);
}

export const requestSchema = z.strictObject({
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
  /**
   * Appended to the server's address as it is. A setting may stand here alone; where it is empty, the server lacks the call. `{origin}`
   * and `{basePath}` are the address in two parts, and a call with the second is lacking where the address has no path.
   */
  path: templateSchema,
  bearer: templateSchema.optional(),
  /** User and password as HTTP Basic, as they are typed. @see RFC 7617 */
  basic: z.strictObject({ username: templateSchema, password: templateSchema }).optional(),
  /** Further headers; one whose value is missing is left out. */
  headers: z.record(z.string().refine(isHeaderName), templateSchema).optional(),
  /** The same as lines of `name=value`, such as a setting holds them. */
  moreHeaders: templateSchema.optional(),
  /**
   * How the client of `clientId` authenticates, or a setting that says so: `none`, `basic`, `body`, `private_key_jwt` or `tls`.
   * @see RFC 6749 §2.3, RFC 7523 §2.2, RFC 8705 §2
   */
  client: templateSchema.optional(),
  /** `on`, or a setting that says so, where the grant is to be bound to a key of its own. @see RFC 9449 */
  dpop: templateSchema.optional(),
  body: z
    .strictObject({
      /** `json`, `form`, or a setting that says so. */
      as: z.string(),
      /** Fields whose value is missing are left out. In JSON a dot in a name opens an object: `user.name`. */
      fields: z.record(z.string(), templateSchema),
      /** Names whose value is a list parted by spaces, each of which is sent under that name. @see RFC 8707 §2 */
      lists: z.array(z.string()).optional(),
      /** Further fields as lines of `name=value`, such as a setting holds them; one takes the place of the field with its name. */
      more: templateSchema.optional(),
    })
    .optional(),
});
/** One HTTP call as data. */
export type RequestTemplate = z.infer<typeof requestSchema>;
