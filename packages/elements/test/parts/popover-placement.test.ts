import { expect } from '@open-wc/testing';
import { placed } from '../../src/parts/popover-placement.ts';

const VIEWPORT = { width: 1000, height: 600 };
const SIZE = { width: 200, height: 150 };

describe('where a popover goes', () => {
  const table = [
    [
      'below its anchor and flush with its start',
      { left: 100, top: 50, width: 80, height: 20 },
      false,
      { left: 100, top: 74 },
    ],
    [
      'flush with the right edge in right-to-left text',
      { left: 400, top: 50, width: 80, height: 20 },
      true,
      { left: 280, top: 74 },
    ],
    [
      'above where there is no room below',
      { left: 100, top: 540, width: 80, height: 20 },
      false,
      { left: 100, top: 386 },
    ],
    [
      'back into the viewport at its right edge',
      { left: 950, top: 50, width: 40, height: 20 },
      false,
      { left: 792, top: 74 },
    ],
    [
      'back into the viewport at its left edge',
      { left: 0, top: 50, width: 40, height: 20 },
      true,
      { left: 8, top: 74 },
    ],
  ] as const;
  for (const [what, anchor, rtl, expected] of table) {
    it(what, () => expect(placed(anchor, SIZE, VIEWPORT, rtl)).to.deep.equal(expected));
  }

  it('stays below where neither side has room, but there is more below', () => {
    const tall = { width: 200, height: 500 };
    expect(placed({ left: 10, top: 200, width: 10, height: 20 }, tall, VIEWPORT, false)).to.deep.equal({
      left: 10,
      top: 92,
    });
  });
});
