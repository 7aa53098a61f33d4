import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { launchLanyard } from '../tests/driver/launch.ts';
import { type IconPicture, icnsFile, icoFile } from './dist/icon-files.ts';
import { buildApp } from './runtime/build.ts';
import { withDisplay } from './runtime/display.ts';
import { projectFolder } from './runtime/folders.ts';
import { runScript } from './runtime/plain-error.ts';
import { prepareTests } from './runtime/prepare-tests.ts';

const folder = join(projectFolder, 'packaging/icons');
const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
const largestInIco = 256;

/** Draws every file of the icon from `packaging/icons/icon.svg`; to be run when that changes, as `npx tsx scripts/icons.ts`. */
await runScript(async () => {
  await prepareTests();
  await buildApp();
  const drawing = await readFile(join(folder, 'icon.svg'), 'utf8');
  const pictures = await withDisplay(async () => {
    const { app, close } = await launchLanyard();
    try {
      return await drawAll(app, drawing);
    } finally {
      await close();
    }
  });
  await mkdir(join(folder, 'png'), { recursive: true });
  for (const { size, png } of pictures) await writeFile(join(folder, 'png', `${size}x${size}.png`), png);
  await writeFile(join(folder, 'icon.icns'), icnsFile(pictures));
  await writeFile(join(folder, 'icon.ico'), icoFile(pictures.filter(({ size }) => size <= largestInIco)));
  return 0;
});

/** Each size is drawn by itself, which is sharper than a large one made smaller. */
async function drawAll(app: ElectronApplication, drawing: string): Promise<readonly IconPicture[]> {
  const urls = await app.evaluate(
    async ({ BrowserWindow }, [svg, widths]) => {
      const page = new BrowserWindow({ show: false, webPreferences: { sandbox: true } });
      await page.loadURL('data:text/html,<title>Icon</title>');
      const source = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
      const drawn: string[] = await page.webContents.executeJavaScript(`(async () => {
        const picture = new Image();
        picture.src = ${JSON.stringify(source)};
        await picture.decode();
        return ${JSON.stringify(widths)}.map((width) => {
          const canvas = Object.assign(document.createElement('canvas'), { width, height: width });
          canvas.getContext('2d').drawImage(picture, 0, 0, width, width);
          return canvas.toDataURL('image/png');
        });
      })()`);
      page.destroy();
      return drawn;
    },
    [drawing, sizes] as const,
  );
  return urls.map((url, index) => ({
    size: sizes[index] ?? 0,
    png: Buffer.from(url.slice(url.indexOf(',') + 1), 'base64'),
  }));
}
