/** A picture of the icon, square, as PNG. */
export interface IconPicture {
  readonly size: number;
  readonly png: Buffer;
}

/** What macOS calls a picture of each width in pixels; some are shown at half their width on fine displays. */
const icnsNames: readonly (readonly [name: string, size: number])[] = [
  ['icp4', 16],
  ['icp5', 32],
  ['ic07', 128],
  ['ic08', 256],
  ['ic09', 512],
  ['ic10', 1024],
  ['ic11', 32],
  ['ic12', 64],
  ['ic13', 256],
  ['ic14', 512],
];

/** An `.icns` file: a header, then each picture behind its name and length. */
export function icnsFile(pictures: readonly IconPicture[]): Buffer {
  const parts = icnsNames.map(([name, size]) => block(name, pngOf(pictures, size)));
  return block('icns', Buffer.concat(parts));
}

/** An `.ico` file: a table of pictures, then the pictures. */
export function icoFile(pictures: readonly IconPicture[]): Buffer {
  const header = Buffer.alloc(6 + 16 * pictures.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(pictures.length, 4);
  let offset = header.length;
  for (const [index, { size, png }] of pictures.entries()) {
    const at = 6 + 16 * index;
    // A byte each, in which 256 is written as 0.
    header.writeUInt8(size % 256, at);
    header.writeUInt8(size % 256, at + 1);
    header.writeUInt16LE(1, at + 4);
    header.writeUInt16LE(32, at + 6);
    header.writeUInt32LE(png.length, at + 8);
    header.writeUInt32LE(offset, at + 12);
    offset += png.length;
  }
  return Buffer.concat([header, ...pictures.map(({ png }) => png)]);
}

function block(name: string, content: Buffer): Buffer {
  const header = Buffer.alloc(8);
  header.write(name, 'ascii');
  header.writeUInt32BE(8 + content.length, 4);
  return Buffer.concat([header, content]);
}

function pngOf(pictures: readonly IconPicture[], size: number): Buffer {
  const picture = pictures.find((one) => one.size === size);
  if (!picture) throw new RangeError(`There is no picture of ${size} pixels.`);
  return picture.png;
}
