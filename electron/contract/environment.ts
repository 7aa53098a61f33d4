import { z } from 'zod';

/** What a server is there for; `production` is where a slip does harm. */
export const environments = ['none', 'production', 'staging', 'testing', 'development', 'local'] as const;
export const environmentSchema = z.enum(environments);
export type Environment = z.infer<typeof environmentSchema>;
