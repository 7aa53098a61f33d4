/** Everything a session can be copied as. */
export const copyFormats = ['access-token', 'refresh-token', 'header', 'curl', 'curl-env'] as const;
export type CopyFormat = (typeof copyFormats)[number];
