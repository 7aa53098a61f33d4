import { z } from 'zod';

/** What a call of a kind is for. */
export const purposeSchema = z.enum([
  'login',
  'refresh',
  'identity',
  'check',
  'logout',
  'revoke',
  'register',
  'proof',
  'authorize',
  'keys',
]);
