import { config } from 'zod';

// The content security policy admits no code made of text, with which zod would check faster; it tries as soon as a schema is made.
config({ jitless: true });
