import type { TrayFace } from '../ports.ts';

/** Covers a point, or not; coordinates run from 0 to 16 in both directions, whatever the size. */
type Shape = (x: number, y: number) => boolean;

/** Red, green, blue; `null` cuts a hole through everything after it. */
interface Layer {
  readonly shape: Shape;
  readonly colour: readonly [number, number, number] | null;
}

/** Seen on a light panel as on a dark one: none is near white or black. */
const accent = [74, 118, 240] as const;
const grey = [139, 144, 153] as const;
const amber = [236, 150, 20] as const;

/** Each pixel is the mean of this many points in both directions, which is as smooth as the eye can tell. */
const POINTS = 6;

const strap = anyOf(stroke([4, 1.1], [8, 5.6], 0.85), stroke([12, 1.1], [8, 5.6], 0.85));
const card = roundedBox(3, 6.6, 13, 15.6, 2);
const slot = roundedBox(6, 8.4, 10, 9.6, 0.6);
const triangle = (reach: number): Shape =>
  anyOf(
    stroke([11.6, 8.6], [8.3, 14.9], reach),
    stroke([11.6, 8.6], [14.9, 14.9], reach),
    stroke([8.3, 14.9], [14.9, 14.9], reach),
    isBetween,
  );
const keyhole: Shape = (x, y) =>
  Math.hypot(x - 8, y - 10.1) <= 1.5 || (Math.abs(x - 8) <= 0.75 && y >= 10 && y <= 13.4);
const shackle: Shape = (x, y) =>
  y <= 7 &&
  (y <= 4.6 ? Math.abs(Math.hypot(x - 8, y - 4.6) - 3) <= 0.85 : Math.abs(Math.abs(x - 8) - 3) <= 0.85);

const badge: readonly Layer[] = [
  { shape: slot, colour: null },
  { shape: card, colour: accent },
  { shape: strap, colour: accent },
];
/** The first one that covers a point is seen there. */
const faces: Readonly<Record<TrayFace, readonly Layer[]>> = {
  well: badge,
  'needs-you': [{ shape: triangle(0.6), colour: amber }, { shape: triangle(1.5), colour: null }, ...badge],
  locked: [
    { shape: keyhole, colour: null },
    { shape: card, colour: grey },
    { shape: shackle, colour: grey },
  ],
};

/** Draws a face as rows of pixels: blue, green, red and alpha, the colours already multiplied by alpha. A template is black alone. */
export function trayPixels(face: TrayFace, size: number, isTemplate: boolean): Buffer {
  const pixels = Buffer.alloc(size * size * 4);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      pixels.set(pixelAt(faces[face], column, row, size, isTemplate), (row * size + column) * 4);
    }
  }
  return pixels;
}

function pixelAt(layers: readonly Layer[], column: number, row: number, size: number, isTemplate: boolean) {
  let [red, green, blue, covered] = [0, 0, 0, 0];
  for (let point = 0; point < POINTS * POINTS; point += 1) {
    const x = ((column + ((point % POINTS) + 0.5) / POINTS) * 16) / size;
    const y = ((row + (Math.floor(point / POINTS) + 0.5) / POINTS) * 16) / size;
    const colour = layers.find(({ shape }) => shape(x, y))?.colour;
    if (!colour) continue;
    covered += 1;
    if (isTemplate) continue;
    red += colour[0];
    green += colour[1];
    blue += colour[2];
  }
  return [blue, green, red, covered * 255].map((sum) => Math.round(sum / (POINTS * POINTS)));
}

function anyOf(...shapes: readonly Shape[]): Shape {
  return (x, y) => shapes.some((shape) => shape(x, y));
}

type Point = readonly [number, number];

/** Everything no further from a line than `reach`, which rounds its ends. */
function stroke([fromX, fromY]: Point, [toX, toY]: Point, reach: number): Shape {
  const [alongX, alongY] = [toX - fromX, toY - fromY];
  const squared = alongX ** 2 + alongY ** 2;
  return (x, y) => {
    const share = Math.min(1, Math.max(0, ((x - fromX) * alongX + (y - fromY) * alongY) / squared));
    return Math.hypot(x - fromX - share * alongX, y - fromY - share * alongY) <= reach;
  };
}

function roundedBox(left: number, top: number, right: number, bottom: number, radius: number): Shape {
  return (x, y) => {
    const outX = Math.max(left + radius - x, x - (right - radius), 0);
    const outY = Math.max(top + radius - y, y - (bottom - radius), 0);
    return Math.hypot(outX, outY) <= radius;
  };
}

/** Inside of the triangle's own edges. */
function isBetween(x: number, y: number): boolean {
  return y >= 8.6 && y <= 14.9 && Math.abs(x - 11.6) <= ((y - 8.6) / 6.3) * 3.3;
}
