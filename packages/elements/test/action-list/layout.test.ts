// The window's arithmetic against a plain count of heights, one entry after another.
import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import {
  boxHeight,
  heightOf,
  indexAt,
  type Layout,
  listOffset,
  MAX_HEIGHT,
  offsetOf,
  rangeOf,
  totalHeight,
} from '../../src/action-list/layout.ts';

/** Any small list with headers at some places. */
const layouts = fc
  .tuple(
    fc.array(fc.boolean(), { minLength: 1, maxLength: 60 }),
    fc.integer({ min: 1, max: 90 }),
    fc.integer({ min: 1, max: 90 }),
  )
  .map(([isHeader, rowHeight, headerHeight]): { layout: Layout; tops: number[] } => {
    const headers = isHeader.flatMap((header, index) => (header ? [index] : []));
    const tops = [0];
    for (const header of isHeader) tops.push((tops.at(-1) ?? 0) + (header ? headerHeight : rowHeight));
    return { layout: { count: isHeader.length, rowHeight, headerHeight, headers }, tops };
  });

describe('the layout of a list', () => {
  it('puts each entry where the heights before it add up to', () => {
    fc.assert(
      fc.property(layouts, ({ layout, tops }) => {
        for (let index = 0; index < layout.count; index++) {
          expect(offsetOf(layout, index)).to.equal(tops[index]);
          expect(heightOf(layout, index)).to.equal((tops[index + 1] ?? 0) - (tops[index] ?? 0));
        }
        expect(totalHeight(layout)).to.equal(tops.at(-1));
      }),
    );
  });

  it('finds the entry that covers an offset', () => {
    fc.assert(
      fc.property(layouts, fc.double({ min: 0, max: 0.9999, noNaN: true }), ({ layout, tops }, share) => {
        const offset = share * totalHeight(layout);
        const found = indexAt(layout, offset);
        expect(tops[found]).to.be.at.most(offset);
        expect(tops[found + 1]).to.be.above(offset);
      }),
    );
  });

  it('stays at the first and last entry beyond either end', () => {
    const layout = { count: 3, rowHeight: 40, headerHeight: 30, headers: [0] };
    expect(indexAt(layout, -50)).to.equal(0);
    expect(indexAt(layout, 9999)).to.equal(2);
  });

  it('shows every entry that a view touches, and no more than the overscan besides', () => {
    fc.assert(
      fc.property(
        layouts,
        fc.nat(4000),
        fc.integer({ min: 1, max: 900 }),
        fc.nat(4),
        ({ layout, tops }, at, height, overscan) => {
          const top = Math.min(at, totalHeight(layout) - 1);
          const touched = tops
            .slice(0, -1)
            .flatMap((start, index) => (start < top + height && (tops[index + 1] ?? 0) > top ? [index] : []));
          expect(rangeOf(layout, top, height, overscan)).to.deep.equal({
            start: Math.max(0, (touched[0] ?? 0) - overscan),
            end: Math.min(layout.count, (touched.at(-1) ?? 0) + 1 + overscan),
          });
        },
      ),
    );
  });

  it('shows nothing of an empty list or through a view without height', () => {
    expect(rangeOf({ count: 0, rowHeight: 40, headerHeight: 30, headers: [] }, 0, 500, 4)).to.deep.equal({
      start: 0,
      end: 0,
    });
    expect(rangeOf({ count: 9, rowHeight: 40, headerHeight: 30, headers: [] }, 0, 0, 4)).to.deep.equal({
      start: 0,
      end: 0,
    });
  });

  it('reaches the last row of a list taller than any box', () => {
    const layout = { count: 2_000_000, rowHeight: 40, headerHeight: 30, headers: [] };
    expect(boxHeight(layout)).to.equal(MAX_HEIGHT);
    const bottom = MAX_HEIGHT - 600;
    const { end } = rangeOf(layout, listOffset(layout, bottom, 600), 600, 0);
    expect(end).to.equal(2_000_000);
    expect(listOffset(layout, 0, 600)).to.equal(0);
  });
});
