// Where the arrows, Home, End and the page keys take the grid's tab stop (APG grid pattern). Columns that are not shown
// at this width are passed over; above the first row is the row of headers.
import type { ActiveCell } from './active-cell.ts';
import type { Column } from './columns.ts';
import type { Command } from './grid-keys.ts';

/** Does what a moving command says; gives whether it was one. */
export function move(cell: ActiveCell, command: Command): boolean {
  const { cells } = cell;
  const last = cells.entries().length - 1;
  const shown = cells.columns();
  switch (command) {
    case 'up':
      if (cell.index > 0) cell.focus(cell.index - 1);
      else if (cell.index === 0) cell.focusHeader();
      return true;
    case 'down':
      if (cell.index < last) cell.focus(cell.index + 1);
      return true;
    case 'pageUp':
      cell.focus(Math.max(0, cell.index - cells.pageRows()));
      return true;
    case 'pageDown':
      cell.focus(Math.min(last, Math.max(0, cell.index) + cells.pageRows()));
      return true;
    case 'first':
      cell.focus(0, shown[0]);
      return true;
    case 'last':
      cell.focus(last, shown.at(-1));
      return true;
    case 'back':
      sideways(cell, shown, Math.max(0, shown.indexOf(cell.column) - 1), -1);
      return true;
    case 'forward':
      sideways(cell, shown, Math.min(shown.length - 1, shown.indexOf(cell.column) + 1), 1);
      return true;
    case 'rowStart':
      sideways(cell, shown, 0, 1);
      return true;
    case 'rowEnd':
      sideways(cell, shown, shown.length - 1, -1);
      return true;
    default:
      return false;
  }
}

/** To the column at `to`, or the next one that way which is shown at this width. */
function sideways(cell: ActiveCell, columns: readonly Column[], to: number, step: 1 | -1): void {
  const { row } = cell;
  for (let at = to; at >= 0 && at < columns.length; at += step) {
    const column = columns[at];
    const target = row?.querySelector<HTMLElement>(`[data-column="${column}"]`);
    if (column === undefined || !target?.checkVisibility()) continue;
    cell.focusIn(target, column);
    return;
  }
}
