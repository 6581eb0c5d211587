// One peer on the page, named in its address, with the steps that the bench asks for by name.
import type { Action } from '@followthrough/core/schema';
import { actions, type Peer } from './rows.ts';

const PEERS: Record<string, () => Promise<{ mount: (frame: HTMLElement) => Peer }>> = {
  followthrough: () => import('./followthrough.ts'),
  store: () => import('./store.ts'),
  repeat: () => import('./lit-repeat.ts'),
  tanstack: () => import('./tanstack.ts'),
  'ag-grid': () => import('./ag-grid.ts'),
};

const frame = document.querySelector('#frame') as HTMLElement;
const name = new URLSearchParams(location.search).get('peer') ?? '';
let peer: Peer;
let all: readonly Action[] = [];

const frames = (count: number) =>
  new Promise<void>((resolve) => {
    const next = (left: number) => (left === 0 ? resolve() : requestAnimationFrame(() => next(left - 1)));
    next(count);
  });

/** The text that can be seen in the list, some pixels below its top. */
function textAt(y: number): string {
  const { left, top } = frame.getBoundingClientRect();
  let found = document.elementFromPoint(left + 240, top + y);
  while (found?.shadowRoot) {
    const inner: Element | null = found.shadowRoot.elementFromPoint(left + 240, top + y);
    if (!inner || inner === found) break;
    found = inner;
  }
  return found?.closest('.row, .ag-row')?.textContent ?? '';
}

const steps: Record<string, (count: number) => void> = {
  nothing: () => {},
  make: (count) => {
    all = actions(count);
  },
  create: () => peer.show(all),
  update: () => {
    const changed = all.filter((_, at) => at % 10 === 0).map((action) => ({ ...action, title: `${action.title} !` }));
    const byId = new Map(changed.map((action) => [action.id, action]));
    all = all.map((action) => byId.get(action.id) ?? action);
    peer.update(changed, all);
  },
  select: () => peer.select(all[3] as Action),
  remove: () => {
    const gone = all[1] as Action;
    peer.remove(gone, all);
    all = all.filter((action) => action !== gone);
  },
  clear: () => peer.clear(all),
};

const bench = {
  ready: (async () => {
    peer = (await (PEERS[name] as () => Promise<{ mount: (frame: HTMLElement) => Peer }>)()).mount(frame);
    await new Promise((resolve) => setTimeout(resolve, 500));
  })(),
  async step(step: string, count: number): Promise<string> {
    steps[step]?.(count);
    await frames(3);
    return textAt(140);
  },
  /** Scrolls by so many pixels in each of so many frames; gives how many of them showed no row. */
  async scroll(pixels: number, count: number): Promise<number> {
    const scroller = peer.scroller();
    let blank = 0;
    for (let frame = 0; frame < count; frame++) {
      scroller.scrollTop += pixels;
      await frames(1);
      if (frame % 10 === 9 && textAt(300) === '') blank++;
    }
    return blank;
  },
  async top(): Promise<void> {
    peer.scroller().scrollTop = 0;
    await frames(3);
  },
  nodes: () => {
    const count = (root: ParentNode): number =>
      [...root.querySelectorAll('*')].reduce(
        (sum, element) => sum + 1 + (element.shadowRoot ? count(element.shadowRoot) : 0),
        0,
      );
    return count(frame);
  },
};
Object.assign(globalThis, { bench });
