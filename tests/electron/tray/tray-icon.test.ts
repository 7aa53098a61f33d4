import { describe, expect, it } from 'vitest';
import { trayPixels } from '../../../electron/tray/tray-icon.ts';

const faces = ['well', 'needs-you', 'locked'] as const;
const sizes = [16, 22, 32, 44];

/** The pixels as [blue, green, red, alpha]. */
function pixelsOf(buffer: Buffer): readonly (readonly number[])[] {
  return Array.from({ length: buffer.length / 4 }, (_, at) => [...buffer.subarray(at * 4, at * 4 + 4)]);
}

describe.each(sizes)('the icon of the tray, %d pixels wide', (size) => {
  it.each(faces)('fills a square, neither empty nor full, with the face %s', (face) => {
    const pixels = pixelsOf(trayPixels(face, size, false));
    expect(pixels).toHaveLength(size * size);
    const covered = pixels.reduce((sum, [, , , alpha = 0]) => sum + alpha, 0) / (255 * size * size);
    expect(covered).toBeGreaterThan(0.25);
    expect(covered).toBeLessThan(0.75);
  });

  it.each(faces)('has no colour brighter than its alpha allows with the face %s', (face) => {
    for (const [blue = 0, green = 0, red = 0, alpha = 0] of pixelsOf(trayPixels(face, size, false))) {
      expect(Math.max(blue, green, red)).toBeLessThanOrEqual(alpha);
    }
  });

  it.each(faces)('is black alone as a template, in the same shape, with the face %s', (face) => {
    const coloured = pixelsOf(trayPixels(face, size, false)).map(([, , , alpha]) => alpha);
    const template = pixelsOf(trayPixels(face, size, true));
    expect(template.map(([, , , alpha]) => alpha)).toEqual(coloured);
    expect(template.every(([blue, green, red]) => blue === 0 && green === 0 && red === 0)).toBe(true);
  });

  it('tells the three faces apart by their shapes, not by colours alone', () => {
    const shapes = faces.map((face) =>
      pixelsOf(trayPixels(face, size, true)).map(([, , , alpha = 0]) => alpha),
    );
    for (const [index, shape] of shapes.entries()) {
      for (const other of shapes.slice(index + 1)) {
        const apart = shape.reduce((sum, alpha, at) => sum + Math.abs(alpha - (other[at] ?? 0)), 0) / 255;
        expect(apart / (size * size)).toBeGreaterThan(0.05);
      }
    }
  });
});
