// Lets an unpackaged Lanyard find updates as a packed one does, by the files of a folder. Only once it is ready: packed, it would not start
// with what Playwright starts it with.
const { app } = require('electron');
const resources = process.env.LANYARD_TEST_RESOURCES;
app.once('ready', () => {
  Object.defineProperty(app, 'isPackaged', { value: true });
  Object.defineProperty(process, 'resourcesPath', { value: resources });
});
