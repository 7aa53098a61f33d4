import { z } from 'zod';
import { environments } from './environments.ts';

export const environmentSchema = z.enum(environments);
export type Environment = z.infer<typeof environmentSchema>;
