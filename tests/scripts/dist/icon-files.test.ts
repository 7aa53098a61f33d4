import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { type IconPicture, icnsFile, icoFile } from '../../../scripts/dist/icon-files.ts';

const folder = join(import.meta.dirname, '../../../packaging/icons');
let pictures: readonly IconPicture[] = [];

beforeAll(async () => {
  const names = await readdir(join(folder, 'png'));
  const read = names.map(async (name) => ({
    size: Number.parseInt(name, 10),
    png: await readFile(join(folder, 'png', name)),
  }));
  pictures = (await Promise.all(read)).sort((one, other) => one.size - other.size);
});

test('every size is there, and each picture is as large as its name says', () => {
  expect(pictures.map(({ size }) => size)).toEqual([16, 24, 32, 48, 64, 128, 256, 512, 1024]);
  for (const { size, png } of pictures) {
    expect([png.toString('latin1', 1, 4), png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([
      'PNG',
      size,
      size,
    ]);
  }
});

test('the files for macOS and Windows hold the same pictures', async () => {
  const inIco = pictures.filter(({ size }) => size <= 256);
  expect((await readFile(join(folder, 'icon.icns'))).equals(icnsFile(pictures))).toBe(true);
  expect((await readFile(join(folder, 'icon.ico'))).equals(icoFile(inIco))).toBe(true);
});

test('an .ico says where each of its pictures begins', () => {
  const file = icoFile(pictures.slice(0, 7));
  const starts = Array.from({ length: file.readUInt16LE(4) }, (_, index) =>
    file.readUInt32LE(6 + 16 * index + 12),
  );
  expect(starts.map((start) => file.toString('latin1', start + 1, start + 4))).toEqual(
    Array.from({ length: 7 }, () => 'PNG'),
  );
});

test('an .icns without one of its sizes is not made', () => {
  expect(() => icnsFile(pictures.slice(1))).toThrow('no picture of 16 pixels');
});

test('the drawing is the logo of the window', async () => {
  const [drawing, logo] = await Promise.all([
    readFile(join(folder, 'icon.svg'), 'utf8'),
    readFile(join(import.meta.dirname, '../../../renderer/ui/logo.tsx'), 'utf8'),
  ]);
  const strokes = logo.match(/ d="[^"]+"/g);
  expect(strokes).toHaveLength(2);
  expect(drawing.match(/ d="[^"]+"/g)).toEqual(strokes);
});
