// The line from the end of what is rested on to what rests on it: out of the bar, then along the
// edge of its row, where no title stands, then up or down to the other, with round corners.
// It is counted from where time begins, so that a page that runs from right to left only has to mirror it.

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** How far a line leaves a bar before it turns, how far before a bar it comes in, and the radius of a turn, in pixels. */
const OUT = 5;
const IN = 10;
const RADIUS = 4;

/**
 * The points of a line.
 * @param to where the arrow's head is
 * @param entry the head comes from the side, at a start, or from above or below, at an end
 * @param row the height of a row
 * @param bar the height of a bar
 */
export function linkPoints(from: Point, to: Point, entry: 'side' | 'edge', row: number, bar: number): Point[] {
  const down = to.y >= from.y ? 1 : -1;
  const out = from.x + OUT;
  const turn = from.y + (down * row) / 2;
  const column = entry === 'edge' ? to.x : to.x - IN;
  const last: Point[] =
    entry === 'edge'
      ? [{ x: to.x, y: to.y - (down * bar) / 2 }]
      : [
          { x: column, y: to.y },
          { x: to.x, y: to.y },
        ];
  return [from, { x: out, y: from.y }, { x: out, y: turn }, { x: column, y: turn }, ...last];
}

/** The points as the `d` of a path, its corners rounded. */
export function roundedPath(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (!first) return '';
  let path = `M${at(first)}`;
  rest.forEach((corner, index) => {
    const before = points[index] ?? corner;
    const after = rest[index + 1];
    if (!after) {
      path += `L${at(corner)}`;
      return;
    }
    path += `L${at(toward(corner, before))}Q${at(corner)} ${at(toward(corner, after))}`;
  });
  return path;
}

/** The head of an arrow at the end of a line. */
export function arrowHead(points: readonly Point[]): string {
  const tip = points.at(-1);
  const before = points.at(-2);
  if (!tip || !before) return '';
  const level = before.y === tip.y;
  const sign = level ? Math.sign(before.x - tip.x) : Math.sign(before.y - tip.y);
  const [a, b] = level
    ? [
        { x: tip.x + sign * 6, y: tip.y - 4 },
        { x: tip.x + sign * 6, y: tip.y + 4 },
      ]
    : [
        { x: tip.x - 4, y: tip.y + sign * 6 },
        { x: tip.x + 4, y: tip.y + sign * 6 },
      ];
  return `M${at(a)}L${at(tip)}L${at(b)}Z`;
}

/** From a corner some way to a neighbour, half of the way at most. */
function toward(corner: Point, other: Point): Point {
  const length = Math.hypot(other.x - corner.x, other.y - corner.y);
  if (length === 0) return corner;
  const share = Math.min(RADIUS, length / 2) / length;
  return { x: corner.x + (other.x - corner.x) * share, y: corner.y + (other.y - corner.y) * share };
}

const at = ({ x, y }: Point) => `${round(x)},${round(y)}`;
const round = (value: number) => Math.round(value * 10) / 10;
