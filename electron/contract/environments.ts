/** What a server is there for; `production` is where a slip does harm. */
export const environments = ['none', 'production', 'staging', 'testing', 'development', 'local'] as const;
