/** A curl command as somebody pasted it, and what comes of it. */
export interface CurlCase {
  readonly says: string;
  readonly text: string;
  readonly method?: string;
  readonly url?: string;
  readonly bodyAs?: 'json' | 'form' | null;
  /** What it sends by name. */
  readonly fields?: Readonly<Record<string, string>>;
  readonly basic?: readonly [username: string, password: string];
  readonly headers?: Readonly<Record<string, string>>;
}

export const curlCases: readonly CurlCase[] = [
  {
    says: 'JSON in single quotes over several lines',
    text: `curl -X POST 'https://api.test/login' \\\n  -H 'Content-Type: application/json' \\\n  -d '{"username":"ada","password":"it is"}'`,
    method: 'POST',
    url: 'https://api.test/login',
    bodyAs: 'json',
    fields: { username: 'ada', password: 'it is' },
  },
  {
    says: 'lines that end as on Windows',
    text: 'curl https://api.test/login \\\r\n  -d username=ada \\\r\n  -d password=x',
    fields: { username: 'ada', password: 'x' },
  },
  {
    says: 'a single quote within single quotes',
    text: `curl https://api.test/login -d 'username=ada&password=it'\\''s'`,
    fields: { username: 'ada', password: "it's" },
  },
  {
    says: 'escaped double quotes',
    text: `curl -XPOST "https://api.test/login" -d "{\\"username\\":\\"ada\\",\\"password\\":\\"a\\\\\\"b\\"}"`,
    method: 'POST',
    fields: { username: 'ada', password: 'a"b' },
  },
  {
    says: 'what a browser copies for bash, with ANSI-C quotes',
    text: `curl 'https://api.test/login' -H 'content-type: application/json' --data-raw $'{"username":"ada","password":"don\\'t \\u0021 \${x} \\x41"}' --compressed`,
    fields: { username: 'ada', password: `don't ! \${x} A` },
  },
  {
    says: 'what a browser copies for the Windows prompt',
    text: `curl ^"https://api.test/login^" ^\n  -H ^"content-type: application/json^" ^\n  --data-raw ^"^{^\\^"username^\\^":^\\^"ada^\\^",^\\^"password^\\^":^\\^"50^%^ ^& more^\\^"^}^"`,
    bodyAs: 'json',
    fields: { username: 'ada', password: '50% & more' },
  },
  {
    says: 'doubled quotes of an older browser on Windows',
    text: `curl "https://api.test/login" -H "Content-Type: application/json" --data "{""username"":""ada"",""password"":""x""}"`,
    fields: { username: 'ada', password: 'x' },
  },
  {
    says: 'a client by -u with colons in its secret, and data in several parts',
    text: `curl -u id:se:cret -d grant_type=client_credentials -d scope='a b' https://api.test/token`,
    bodyAs: 'form',
    basic: ['id', 'se:cret'],
    fields: { grant_type: 'client_credentials', scope: 'a b' },
  },
  {
    says: '--data-urlencode with what has to be encoded',
    text: `curl https://api.test/login --data-urlencode username=ada --data-urlencode 'password=a&b=c+d'`,
    fields: { username: 'ada', password: 'a&b=c+d' },
  },
  {
    says: '--json',
    text: `curl --json '{"username":"ada","password":"x"}' https://api.test/login`,
    method: 'POST',
    bodyAs: 'json',
    headers: { 'Content-Type': 'application/json' },
  },
  {
    says: 'a prompt in front and a pipe behind',
    text: '$ curl -s https://api.test/login -d password=x | jq -r .access_token > token',
    fields: { password: 'x' },
  },
  {
    says: 'a command substitution around it',
    text: 'TOKEN=$(curl -s https://api.test/login -d password=x)',
    url: 'https://api.test/login',
    fields: { password: 'x' },
  },
  {
    says: 'a full path and an upper-case name',
    text: '/usr/bin/curl --request PUT --url https://api.test/session --data password=x',
    method: 'PUT',
    url: 'https://api.test/session',
  },
  {
    says: 'curl.exe with the line ends of PowerShell',
    text: 'curl.exe https://api.test/login `\n  -d password=x',
    fields: { password: 'x' },
  },
  {
    says: 'credentials within the address',
    text: 'curl https://ada:x%40y@api.test/session',
    url: 'https://api.test/session',
    basic: ['ada', 'x@y'],
  },
  {
    says: 'an address without a scheme, which curl takes for http',
    text: 'curl -u ada:x localhost:8080/session',
    url: 'http://localhost:8080/session',
  },
  {
    says: 'options that Lanyard has no use for',
    text: `curl -sSLk --max-time 5 --retry 3 -A agent -e referrer -o /dev/null -w '%{http_code}' https://api.test/login -d password=x`,
    method: 'POST',
    fields: { password: 'x' },
  },
];

/** What is refused, and by which reason. */
export const refusedCurl: readonly (readonly [text: string, reason: string])[] = [
  ['curl -F username=ada -F password=x https://api.test/login', 'curl-multipart'],
  ['curl -d @body.json https://api.test/login', 'curl-file'],
  ['curl -T file https://api.test/login', 'curl-file'],
  ['curl https://a.test/login https://b.test/login -d password=x', 'curl-several-addresses'],
  ['curl https://a.test/login -d password=x --next https://b.test/', 'curl-several-addresses'],
  ['curl "$HOST/login" -d password=x', 'curl-variable-address'],
  ['curl https://$HOST/login -d password=x', 'curl-variable-address'],
  ['curl %HOST%/login ^\n -d password=x', 'curl-variable-address'],
  ["curl 'https://api.test/login -d password=x", 'curl-incomplete'],
  ['curl "https://api.test/login', 'curl-incomplete'],
  ['curl https://api.test/login -d', 'curl-incomplete'],
  ["curl https://api.test/login -d $'abc", 'curl-incomplete'],
  ['curl --passwrod x https://api.test/login', 'curl-unknown-option'],
  ['curl -X POST -d password=x', 'curl-no-address'],
  ['curl ftp://api.test/login -d password=x', 'curl-no-address'],
  ['curl https://api.test/things', 'curl-no-credentials'],
  ["curl https://api.test/things -H 'Authorization: Bearer abc'", 'curl-token-only'],
  ['curl "https://api.test/login?user=ada&password=x"', 'curl-credentials-in-address'],
  ["curl https://api.test/login -d '<login/>' -H 'Content-Type: text/xml'", 'curl-body'],
  ['curl --digest -u ada:x https://api.test/login', 'curl-authentication'],
  [`curl https://api.test/login -d password=${'x'.repeat(70_000)}`, 'too-large'],
  ['Invoke-WebRequest -Uri https://api.test/login -Method POST', 'powershell'],
  ['what is curling', 'nothing-known'],
  ['', 'nothing-known'],
];
