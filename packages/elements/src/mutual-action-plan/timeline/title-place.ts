// Where the title of a bar stands: in it where it fits, else after it, else before it.

export type TitlePlace = 'inside' | 'after' | 'before';

/** About how wide letters are, in em: capitals and East Asian letters are wider than the rest. */
const NARROW = 0.52;
const CAPITAL = 0.66;
const WIDE = 1;
const WIDE_LETTERS = /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]/u;

/** About how wide a text is, in em. Rather too wide than too narrow. */
export function textWidth(text: string): number {
  let width = 0;
  for (const letter of text) {
    if (WIDE_LETTERS.test(letter)) width += WIDE;
    else width += letter !== letter.toLowerCase() ? CAPITAL : NARROW;
  }
  return width;
}

/**
 * The place of a title: the first where it fits, else the widest.
 * @param bar where the bar begins and ends, in pixels
 * @param text the width that the title takes with what stands beside it, in pixels
 * @param track how wide the whole timeline is, in pixels
 * @param inBar whether a title can stand in it at all
 */
export function titlePlace(
  bar: { from: number; to: number },
  text: number,
  track: number,
  inBar = true,
): { place: TitlePlace; room: number } {
  const places: { place: TitlePlace; room: number }[] = [
    { place: 'inside', room: inBar ? bar.to - bar.from : 0 },
    { place: 'after', room: track - bar.to },
    { place: 'before', room: bar.from },
  ];
  const widest = places.reduce((best, one) => (one.room > best.room ? one : best));
  return places.find(({ room }) => text <= room) ?? widest;
}
