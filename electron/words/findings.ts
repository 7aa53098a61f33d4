/** What was found in a description that somebody pasted, or in the answers of a server that was asked what it is. */
export const findings = {
  curl: {
    unchecked: 'The command switches the check of the certificate off (-k). Lanyard keeps it on.',
    authority: 'The command trusts a certificate authority of its own: add its file below.',
    certificate: 'The command shows a client certificate, which is asked for when you sign in, if at all.',
    cookies: 'Cookies were left out: they belong to a browser.',
  },
  bodies: { json: 'with JSON', form: 'with a form', none: '' },
  strangeLogin: (method: string, path: string, body: string) =>
    `It signs in by ${[method, path, body].filter(Boolean).join(' ')}, which is the way of no kind that Lanyard knows.`,
  knownLogin: (method: string, path: string, body: string, kind: string) =>
    `${method} ${path} ${body} and these names is how one signs in to ${kind}.`,
  answerUnknown: 'Its answer is not known: the token is taken to stand in access_token.',
  allMasked: 'No name tells which value is secret: all are asked for masked.',
  sentAsText: 'Numbers and truth values in it are sent as text, which some servers refuse.',
  variables: (names: readonly string[]) => `Values of variables are not known here: ${names.join(', ')}.`,
  grant: (grant: string, login: string) => `Its grant is ${grant}, which is “${login}” here.`,
  addresses: (labels: readonly string[]) => `Addresses it names: ${labels.join(', ')}.`,
  addressTaken: (address: string) => `The server’s own address is taken from those: ${address}`,
  filledIn: (labels: readonly string[]) => `Filled in when you sign in: ${labels.join(', ')}.`,
  leftOut: {
    command: (name: string) => `${name} stood in the command. It was left out: type it when you sign in.`,
    collection: (name: string) =>
      `${name} stood in the collection. It was left out: type it when you sign in.`,
    environment: (name: string) =>
      `${name} stood in the environment. It was left out: type it when you sign in.`,
  },
  /** What fields are called whose names are known; as the kinds call them. */
  fields: {
    clientId: 'Client ID',
    clientSecret: 'Client secret',
    email: 'E-mail',
    username: 'Username',
    password: 'Password',
    otp: 'One-time password',
    refreshToken: 'Refresh token',
    scope: 'Scope',
    audience: 'Audience',
    resource: 'Resource',
  },
  ownKind: {
    login: 'Sign in',
    end: 'How to sign out was not said: tokens can only be forgotten here.',
  },
  openApi: {
    noAddress: 'It names no address in full: type that of the server.',
    others: (ways: readonly string[]) => `It also names ${ways.join(' and ')}.`,
    ways: {
      basic: 'HTTP Basic',
      key: (header: string) => `an API key in ${header}`,
      someHeader: 'a header',
    },
    provider: (url: string) => `It names an OpenID provider: ${url}`,
    flow: (grant: string, url: string | null) =>
      `Its OpenAPI document names a flow of ${grant}${url === null ? '' : ` at ${url}`}.`,
    login: (method: string, path: string, body: string) =>
      `Its OpenAPI document describes a login: ${method} ${path} ${body}.`,
    token: (place: string) => `The token stands in ${place}, says the document.`,
    answerNotDescribed: 'Its answer is not described: the token is taken to stand in access_token.',
  },
  postman: {
    request: (title: string) => `The request “${title}” looks like its login.`,
    several: (count: number) => `It holds ${count} OAuth 2.0 settings, of which the outermost are taken.`,
    implicit: 'The implicit grant is over and done with: the authorization code takes its place.',
    elsewhere: (variable: string) => `${variable} stands in an environment that is not part of this file.`,
    byNames: 'What its values mean is told by their names alone.',
    address: (url: string) => `Its address is ${url}: Lanyard asks there what it is.`,
  },
  answers: {
    perhaps: (path: string, status: number) =>
      `GET ${path} answers ${status}: it may not be there, or take a POST alone.`,
    something: (path: string, status: number) => `GET ${path} answers ${status}: something is there.`,
    describes: (path: string) => `${path} describes it and fills in its addresses.`,
    asKind: (method: string, path: string, kind: string) => `${method} ${path} answers as ${kind} does.`,
    flowOfKind: (grant: string, path: string, kind: string) =>
      `Its OpenAPI document names a ${grant} flow at ${path}, which answers as ${kind}’s.`,
    flowOfNothing: (grant: string, path: string, own: string) =>
      `Its OpenAPI document names a ${grant} flow at ${path}, where nothing is. Lanyard uses ${own}.`,
    flowElsewhere: (grant: string, path: string, kind: string, own: string) =>
      `Its OpenAPI document names a ${grant} flow at ${path}, which is not where ${kind} signs in. Lanyard uses ${own}.`,
  },
  chosenFile: { title: 'A file that describes a server', label: 'Postman, OpenAPI or a curl command' },
} as const;
