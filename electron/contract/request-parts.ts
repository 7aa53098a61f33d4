import { z } from 'zod';

/** What goes into a request that needs nothing. */
export const none = z.undefined();
/** What comes out of a request that only does something. */
export const nothing = z.void();
export const id = z.string().min(1).max(100);
export const many = z.array(id).max(10_000);
export const fields = z.record(z.string().max(100), z.string().max(200_000));
export const profile = z.object({ profileId: id });
export const server = z.object({ serverId: id });
/** What is to stand right behind; null moves to the end. */
export const beforeId = id.nullable();
