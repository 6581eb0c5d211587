// AG Grid community, the client-side row model with row selection, rows of 40 pixels.
import { AllCommunityModule, createGrid, type GridApi, ModuleRegistry } from 'ag-grid-community';
import { dayText } from '../../../packages/elements/src/dates/date-label.ts';
import { dateFormats } from '../../../packages/elements/src/dates/date-formats.ts';
import { en } from '../../../packages/elements/src/localize/en.ts';
import { parseDay } from '@followthrough/core/domain';
import type { Action } from '@followthrough/core/schema';
import { ANA, type Peer, TODAY } from './rows.ts';

const words = { messages: en, dates: dateFormats('en-GB') };

function button(text: string): HTMLElement {
  const element = document.createElement('button');
  element.textContent = text;
  return element;
}

function who(): HTMLElement {
  const element = document.createElement('span');
  const avatar = document.createElement('span');
  avatar.textContent = 'AP';
  element.append(avatar, ANA.name);
  return element;
}

export function mount(frame: HTMLElement): Peer {
  ModuleRegistry.registerModules([AllCommunityModule]);
  frame.style.height = '600px';
  const api: GridApi<Action> = createGrid<Action>(frame, {
    rowHeight: 40,
    getRowId: ({ data }) => data.id,
    rowSelection: { mode: 'multiRow' },
    columnDefs: [
      { headerName: 'Done', width: 60, cellRenderer: () => button('○') },
      { field: 'title', flex: 1 },
      {
        headerName: 'Due',
        width: 126,
        cellRenderer: ({ data }: { data: Action }) => button(dayText(parseDay(data.due?.date ?? ''), TODAY, words)),
      },
      { headerName: 'Assignee', width: 140, cellRenderer: who },
      { headerName: 'Where', width: 154, valueGetter: () => 'Personal' },
      { headerName: 'Status', width: 84, cellRenderer: ({ data }: { data: Action }) => button(data.status) },
    ],
    rowData: [],
  });
  return {
    show: (all) => api.setGridOption('rowData', [...all]),
    update: (changed) => void api.applyTransaction({ update: [...changed] }),
    select: ({ id }) => api.getRowNode(id)?.setSelected(true),
    remove: (action) => void api.applyTransaction({ remove: [action] }),
    clear: () => api.setGridOption('rowData', []),
    scroller: () =>
      [...frame.querySelectorAll<HTMLElement>('*')].find(
        (element) =>
          element.scrollHeight > element.clientHeight + 1000 && getComputedStyle(element).overflowY !== 'visible',
      ) as HTMLElement,
  };
}
