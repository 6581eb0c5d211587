// The lines of one action or section: from what it rests on, and to what rests on it. Drawn for what is pointed at or has
// the focus alone; all lines of a plan at once tell nothing.
import type { Id } from '@followthrough/core/schema';
import { html, nothing, svg, type TemplateResult } from 'lit';
import { barOf } from './bar.ts';
import { arrowHead, linkPoints, type Point, roundedPath } from './link-path.ts';
import { type Link, linksOf } from './links.ts';
import { spanOnScreen } from './row-view.ts';
import type { TimelineSight } from './timeline-spec.ts';

/** The height of a bar, in em. */
const BAR = 1.643;
/** More lines than this are a cloud. */
const MOST = 120;

/** The links of a row. */
function linksAt(on: Pick<TimelineSight, 'pointed' | 'rows' | 'spec'>): {
  into: readonly Link[];
  outOf: readonly Link[];
} {
  const index = on.pointed === null ? undefined : on.rows.at.get(on.pointed);
  const row = index === undefined ? undefined : on.rows.rows[index];
  const links = linksOf(on.spec.plan.actions);
  if (row?.type === 'section') return { into: [], outOf: links.outOf.get(row.section.id) ?? [] };
  if (row?.type !== 'action' && row?.type !== 'undated') return { into: [], outOf: [] };
  const { id } = row.action;
  return { into: links.into.get(id) ?? [], outOf: links.outOf.get(id) ?? [] };
}

/** The actions and sections that the row pointed at rests on, or that rest on it. */
export function linkedIds(on: Pick<TimelineSight, 'pointed' | 'rows' | 'spec'>): ReadonlySet<Id> {
  const { into, outOf } = linksAt(on);
  return new Set([...into.map(({ from }) => from.id), ...outOf.map(({ to }) => to)]);
}

export function linksView(on: TimelineSight): TemplateResult | typeof nothing {
  if (on.adjustment?.by === 'pointer') return nothing;
  const { into, outOf } = linksAt(on);
  const lines = [
    ...into.map((link) => ({ link, kind: 'into' })),
    ...outOf.map((link) => ({ link, kind: 'out-of' })),
  ].slice(0, MOST);
  if (lines.length === 0) return nothing;
  return html`<svg class="tl-links" part="links" width="1" height="1" aria-hidden="true">
    ${lines.map(({ link, kind }) => {
      const points = pointsOf(link, on);
      return points
        ? svg`<path class="tl-link ${kind}" part="link" d=${roundedPath(points)} /><path class="tl-arrow ${kind}" d=${arrowHead(points)} />`
        : nothing;
    })}
  </svg>`;
}

/** The line of a link; null where an end of it is not on the timeline. */
function pointsOf({ from, to, field }: Link, on: TimelineSight): Point[] | null {
  const source = from.type === 'action' ? barIn(from.id, on) : sectionBar(from.id, on);
  const target = barIn(to, on);
  const [sourceRow, targetRow] = [on.rows.rowOf.get(from.id), on.rows.rowOf.get(to)];
  if (!source || !target || sourceRow === undefined || targetRow === undefined || sourceRow === targetRow) return null;
  const middle = (row: number) => (row + 0.5) * on.rowHeight;
  const [, x] = spanOnScreen(source, on);
  const [start, end] = spanOnScreen(target, on);
  const isEdge = field === 'due' && target.shape === 'bar';
  return linkPoints(
    { x, y: middle(sourceRow) },
    { x: isEdge ? end - 3 : start, y: middle(targetRow) },
    isEdge ? 'edge' : 'side',
    on.rowHeight,
    on.em * BAR,
  );
}

function barIn(id: string, on: TimelineSight) {
  const action = linksOf(on.spec.plan.actions).actions.get(id);
  return action && on.rows.rowOf.has(id) ? barOf(action, on.triedDates(id)) : null;
}

function sectionBar(id: string, { rows }: TimelineSight) {
  const row = rows.rows[rows.rowOf.get(id) ?? -1];
  return row?.type === 'section' ? row.bar : null;
}
