// Rows are shown before the filters and the line that adds: these find their room kept, so that no row moves when they come.
import { expect } from '@open-wc/testing';
import type { ActionList } from '../../src/action-list/class.ts';
import { listOn } from './fixture.ts';

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

/** Has what holds for fingers hold here, or what holds for a mouse. */
function pointWith(finger: boolean, list: ActionList): void {
  const within = (rules: CSSRuleList) => {
    for (const rule of rules) {
      if (rule instanceof CSSMediaRule && fingers.has(rule.conditionText))
        rule.media.mediaText = finger ? FINGER : MOUSE;
      if (rule instanceof CSSGroupingRule) within(rule.cssRules);
    }
  };
  for (const sheet of list.shadowRoot?.adoptedStyleSheets ?? []) within(sheet.cssRules);
}
const [FINGER, MOUSE] = ['(min-width: 0px)', '(max-width: 0px)'];
const fingers = new Set(['(pointer: coarse)', FINGER, MOUSE]);

const WIDTHS = Array.from({ length: 52 }, (_, step) => 280 + step * 20);
const PLACES = {
  'of every place': { attributes: {}, kept: 'waiting chips' },
  'of one place': { attributes: { relationship: 'ana-ben' }, kept: 'waiting' },
};

describe('the room kept for what comes after the rows', () => {
  for (const [name, { attributes, kept }] of Object.entries(PLACES)) {
    for (const pointer of ['mouse', 'finger']) {
      it(`is what the filters ${name} and the line that adds take, for a ${pointer}, at any width and size of text`, async () => {
        const list = await listOn({ attributes });
        expect(list.renderRoot.querySelector('.filter-bar, .quick-add')).to.not.equal(null);
        pointWith(pointer === 'finger', list);
        const faults: string[] = [];
        try {
          for (const size of [16, 20, 24]) {
            document.documentElement.style.fontSize = `${size}px`;
            for (const width of WIDTHS) {
              list.style.inlineSize = `${width}px`;
              for (const [part, empty] of [
                ['.toolbar', `toolbar ${kept}`],
                ['.add', 'add'],
              ] as const) {
                const off = heightOf(list, part) - emptyHeight(list, part, empty);
                if (!(Math.abs(off) <= 1)) faults.push(`${part} at ${width} px, text of ${size} px: ${off} px`);
              }
            }
          }
        } finally {
          document.documentElement.style.fontSize = '';
          pointWith(false, list);
        }
        expect(faults).to.deep.equal([]);
      });
    }
  }

  it('is given up once the filters are there, and where there is nothing to filter', async () => {
    const list = await listOn({ width: 320 });
    expect(list.renderRoot.querySelector('.toolbar')?.classList.contains('waiting')).to.equal(false);
  });
});
