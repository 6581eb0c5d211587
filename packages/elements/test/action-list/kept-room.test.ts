// Rows are shown before the filters and the line that adds: these find their room kept, so that no row moves when they come.
import { expect } from '@open-wc/testing';
import type { ActionList } from '../../src/action-list/class.ts';
import { listOn } from './fixture.ts';

/** The list in so wide a place; its height is the list's own. */
async function inWidth(width: number, attributes: Record<string, string>): Promise<ActionList> {
  const list = await listOn({ attributes });
  list.style.inlineSize = `${width}px`;
  await list.updateComplete;
  return list;
}

const heightOf = (list: ActionList, selector: string) =>
  list.renderRoot.querySelector(selector)?.getBoundingClientRect().height ?? NaN;

/** How tall a part is with nothing in it: as it is drawn before the tools have come. */
function emptyHeight(list: ActionList, selector: string, classes: string): number {
  const part = list.renderRoot.querySelector<HTMLElement>(selector);
  const empty = part?.cloneNode() as HTMLElement;
  empty.className = classes;
  part?.after(empty);
  const { height } = empty.getBoundingClientRect();
  empty.remove();
  return height;
}

describe('the room kept for what comes after the rows', () => {
  for (const width of [1100, 780, 500, 380, 320]) {
    it(`is what the filters take at ${width} px`, async () => {
      const list = await inWidth(width, {});
      expect(list.renderRoot.querySelector('.filter-bar')).to.not.equal(null);
      const kept = emptyHeight(list, '.toolbar', 'toolbar waiting chips');
      expect(kept).to.be.closeTo(heightOf(list, '.toolbar'), 1);
    });

    it(`is what the filters of one place take at ${width} px`, async () => {
      const list = await inWidth(width, { relationship: 'ana-ben' });
      const kept = emptyHeight(list, '.toolbar', 'toolbar waiting');
      expect(kept).to.be.closeTo(heightOf(list, '.toolbar'), 1);
    });
  }

  it('is what the line that adds takes', async () => {
    const list = await inWidth(700, {});
    expect(list.renderRoot.querySelector('.quick-add')).to.not.equal(null);
    expect(emptyHeight(list, '.add', 'add')).to.be.closeTo(heightOf(list, '.add'), 1);
  });

  it('is given up once the filters are there, and where there is nothing to filter', async () => {
    const list = await inWidth(320, {});
    expect(list.renderRoot.querySelector('.toolbar')?.classList.contains('waiting')).to.equal(false);
  });
});
