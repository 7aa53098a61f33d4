import type { TextSource, UnusableReason } from '../../../electron/contract/explanation.ts';

/** Above what was read out of a text. */
const sources: Readonly<Record<TextSource, string>> = {
  curl: 'From the curl command',
  'postman-collection': 'From the Postman collection',
  'postman-environment': 'From the Postman environment',
  openapi: 'From the OpenAPI document',
};

/** Why a text is of no use, and what would be. */
const unusable: Readonly<Record<UnusableReason, { readonly title: string; readonly advice: string }>> = {
  'nothing-known': {
    title: 'Lanyard cannot tell what this is.',
    advice: 'It reads an address, a curl command, a collection or environment of Postman, and OpenAPI.',
  },
  'too-large': {
    title: 'This is too large to read.',
    advice: 'JSON may have 16 MB and YAML 1 MB, a curl command 64 KB. Or type the server’s address.',
  },
  'too-deep': {
    title: 'This document nests too deep to read.',
    advice: 'Type the server’s address, and Lanyard asks it what it is.',
  },
  'broken-document': {
    title: 'This document is broken.',
    advice: 'It is neither JSON nor YAML throughout: copy or export it once more, as a whole.',
  },
  powershell: {
    title: 'This is a PowerShell command.',
    advice: 'Copy it as cURL instead: browsers offer both, side by side.',
  },
  'curl-incomplete': {
    title: 'This curl command is not complete.',
    advice: 'A quote is still open, or an option lacks its value: copy it as a whole, all of its lines.',
  },
  'curl-unknown-option': {
    title: 'This curl command holds an option that curl does not have.',
    advice: 'Check it for a typing error, or for quotes that a text editor has made round.',
  },
  'curl-no-address': {
    title: 'This is a curl command, but it names no web address.',
    advice: 'Paste the whole command, with the http or https address that it calls.',
  },
  'curl-several-addresses': {
    title: 'This curl command calls several addresses.',
    advice: 'Paste the one call that signs in.',
  },
  'curl-variable-address': {
    title: 'This curl command has its address in a variable.',
    advice: 'Put the address itself in the variable’s place. Other variables may stay.',
  },
  'curl-no-credentials': {
    title: 'This is a curl command, but it sends no credentials.',
    advice:
      'Paste the call that signs in: the one that sends a user name and password, or a client and its secret.',
  },
  'curl-token-only': {
    title: 'This is a curl command, but it sends a token and does not sign in.',
    advice:
      'Paste the call that got the token. If you have none, add the server and choose to paste the token.',
  },
  'curl-credentials-in-address': {
    title: 'This curl command sends a secret within its address.',
    advice:
      'Addresses end up in logs, so Lanyard does not sign in like that. See whether the server takes a body.',
  },
  'curl-file': {
    title: 'This curl command reads what it sends from a file.',
    advice: 'Put the content of the file in place of @file.',
  },
  'curl-multipart': {
    title: 'This curl command sends a multipart form (-F).',
    advice:
      'Lanyard signs in with JSON or a plain form. Most servers take -d in place of -F: try that, and paste it.',
  },
  'curl-body': {
    title: 'This curl command sends something that is neither JSON nor a form.',
    advice: 'Lanyard signs in with JSON, a form or HTTP Basic.',
  },
  'curl-authentication': {
    title: 'This curl command signs in by Digest, NTLM or the like.',
    advice: 'Lanyard signs in with JSON, a form or HTTP Basic.',
  },
  'postman-version': {
    title: 'This is a Postman collection of format 1.',
    advice: 'Import it into Postman and export it as collection v2.1.',
  },
  'postman-no-sign-in': {
    title: 'This Postman file says nothing about signing in.',
    advice:
      'Export the collection with OAuth 2.0 settings or a login request, or the environment with its addresses.',
  },
  'openapi-version': {
    title: 'Lanyard does not know this version of OpenAPI.',
    advice: 'It reads 2.0, 3.0 and 3.1. Or type the server’s address.',
  },
  'openapi-no-sign-in': {
    title: 'This OpenAPI document says nothing about signing in.',
    advice: 'Type the server’s address and choose its kind, or paste a curl command of its login.',
  },
};

/** What was read out of a text, and why another is of no use. */
export const explanation = { sources, unusable, guessed: 'Guessed. ' } as const;
