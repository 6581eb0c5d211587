// Where something that floats goes beside what it belongs to, for browsers without CSS anchor positioning: below its
// anchor and flush with the anchor's start; above where there is more room; never outside the viewport.

/** A box in viewport pixels. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** What keeps the floating box off its anchor and off the viewport's edge, in pixels. */
const GAP = 4;
const MARGIN = 8;

/**
 * The left and top of a floating box, in viewport pixels.
 * @param size the box that floats
 * @param viewport the space there is
 * @param rtl whether the text runs right to left: the box is then flush with the anchor's right edge
 */
export function placed(
  anchor: Box,
  size: Pick<Box, 'width' | 'height'>,
  viewport: Pick<Box, 'width' | 'height'>,
  rtl: boolean,
): { left: number; top: number } {
  const below = anchor.top + anchor.height + GAP;
  const above = anchor.top - GAP - size.height;
  const roomBelow = viewport.height - MARGIN - below;
  const roomAbove = anchor.top - GAP - MARGIN;
  const top = size.height <= roomBelow || roomBelow >= roomAbove ? below : above;
  const left = rtl ? anchor.left + anchor.width - size.width : anchor.left;
  return {
    left: within(left, viewport.width - MARGIN - size.width),
    top: within(top, viewport.height - MARGIN - size.height),
  };
}

function within(value: number, most: number): number {
  return Math.max(MARGIN, Math.min(value, most));
}
