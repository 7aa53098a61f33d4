export type RingSize = 's' | 'm' | 'l';

/** Length of each ring's line on screen, in CSS pixels: 2πr at the size it is drawn. */
const circumferencePx: Readonly<Record<RingSize, number>> = { s: 36.6, m: 62.8, l: 219.9 };

/**
 * The arc for a share of a life (0 to 1), in hundredths of the ring and in steps of one pixel, so that a ring is painted
 * again only when that can be seen. What is not over keeps its last pixel.
 */
export function ringArc(share: number, size: RingSize): number {
  const px = circumferencePx[size];
  const steps = Math.min(Math.round(share * px), Math.floor(px));
  if (share >= 1) return 100;
  return ((share > 0 ? Math.max(steps, 1) : 0) / px) * 100;
}
