/**
 * What Electron's own default app does of what Lanyard and Playwright use: `electron [-r FILE] FOLDER` runs the app in the folder.
 * The stand-in has none, since the place where it would be held another application.
 */
const { app } = require('electron');
const { readFileSync } = require('node:fs');
const { join, resolve } = require('node:path');

const args = process.argv.slice(1);
const preloads = [];
let folder;
while (args.length > 0 && folder === undefined) {
  const argument = args.shift();
  if (argument === '-r' || argument === '--require') preloads.push(args.shift());
  else if (!argument.startsWith('-')) folder = resolve(argument);
}

for (const file of preloads) require(resolve(file));

if (folder === undefined) {
  console.error('Which app? Start it as: electron FOLDER');
  app.exit(1);
} else {
  const { name, productName, main, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true });
  app.setName(productName ?? name);
  if (version) app.setVersion(version);
  app.setDesktopName(`${app.getName()}.desktop`);
  app.setAppPath(folder);
  require(join(folder, main));
}
