import { expect } from '@open-wc/testing';
import type { Preview } from '@followthrough/core/schema';
import type { MovedDatesAnswer, MovedDatesSpec } from '../../src/parts/moved-dates-dialog.ts';
import { after, done, on, type PlanPartsHost, type PlanScene, planScene } from './plan-scene.ts';
import { all, focused, focusedName, has, isAccessible, press, settled, textOf, the } from './roles.ts';

interface Asked extends PlanScene {
  answer: Promise<MovedDatesAnswer>;
}

async function asked(
  spec: (scene: PlanScene) => Promise<Omit<MovedDatesSpec, 'plan'>>,
  scene?: PlanScene,
): Promise<Asked> {
  const its = scene ?? (await planScene());
  its.host.anchor.focus();
  const answer = its.host.moved.ask({ ...(await spec(its)), plan: its.plan() });
  await settled(its.host);
  return { ...its, answer };
}

/** Kick-off is put off by a week. */
const putOff = async ({ store }: PlanScene) => {
  const preview = await store.preview([{ type: 'update', actionId: 'kick', patch: { due: on('2026-12-07') } }]);
  return { preview: { ...preview, moved: preview.moved.filter(({ actionId }) => actionId !== 'kick') } };
};
/** Kick-off goes, and the pilot rests on it. */
const remove = async ({ store }: PlanScene) => {
  const preview = await store.preview([{ type: 'remove', actionId: 'kick' }]);
  return { preview, dependents: preview.refused?.dependents ?? [], title: 'Kick-off' };
};

const rows = (host: PlanPartsHost) => [...host.renderRoot.querySelectorAll('.moved-row')].map(textOf);
const heading = (host: PlanPartsHost) => textOf(host.renderRoot.querySelector('#moved-heading'));

describe('what a change moves', () => {
  it('is accessible', async () => {
    const { host } = await asked(putOff);
    await isAccessible(host);
  });

  it('is told from what to what and why, under the sections', async () => {
    const { host } = await asked(putOff);
    expect(heading(host)).to.equal('This moves 2 dates');
    expect([...host.renderRoot.querySelectorAll('h3')].map(textOf)).to.deep.equal(['Getting started']);
    expect(rows(host)).to.deep.equal([
      'Pilot from Thu 3 Dec to Thu 10 Dec rests on “Kick-off” · estimate',
      'Launch from Sat 5 Dec to Sat 12 Dec rests on “Pilot” · estimate',
    ]);
  });

  it('is saved on Enter at once: Save has the focus', async () => {
    const { host, answer } = await asked(putOff);
    expect(focusedName(host)).to.equal('Save');
    await press(host, 'Enter');
    expect(await answer).to.equal('save');
    expect(host.moved.isOpen).to.equal(false);
    expect(focused(host)).to.equal(host.anchor);
  });

  it('is let be on Escape, and by Cancel', async () => {
    const first = await asked(putOff);
    await press(first.host, 'Escape');
    expect(await first.answer).to.equal(null);
    const second = await asked(putOff);
    the(second.host, 'button', 'Cancel').click();
    expect(await second.answer).to.equal(null);
  });

  it('is let be where another change asks meanwhile, or the element goes', async () => {
    const first = await asked(putOff);
    const second = await asked(putOff, first);
    expect(await first.answer).to.equal(null);
    second.host.remove();
    expect(await second.answer).to.equal(null);
  });

  it('marks in words what becomes overdue, and what lies in the past', async () => {
    const { host } = await asked(async ({ store }) => ({
      preview: await store.preview([
        { type: 'update', actionId: 'contract', patch: { due: on('2026-12-10') } },
        { type: 'update', actionId: 'kick', patch: { due: on('2026-11-20') } },
        {
          type: 'update',
          actionId: 'launch',
          patch: {
            due: {
              rule: { type: 'relative', amount: -9, unit: 'day', anchor: { type: 'actionDue', actionId: 'kick' } },
            },
          },
        },
      ]),
    }));
    expect(textOf(host.renderRoot.querySelector('.moved-late'))).to.equal('2 actions become overdue.');
    expect(rows(host)).to.deep.equal([
      'Kick-off from Mon 30 Nov to Fri 20 Nov its own date becomes overdue',
      'Pilot from Thu 3 Dec to Sun 29 Nov rests on “Kick-off” · estimate',
      'Launch from Sat 5 Dec to Wed 11 Nov its own date · no longer an estimate · in the past becomes overdue',
      'Sign the contract from No date to Thu 10 Dec its own date',
    ]);
    await isAccessible(host);
  });

  it('of a step that is completed says that estimates are none any more', async () => {
    const { host } = await asked(async ({ store }) => ({
      preview: await store.preview([{ type: 'setState', actionId: 'kick', state: 'done' }]),
    }));
    expect(rows(host)[1]).to.equal('Pilot from Thu 3 Dec to Sun 29 Nov rests on “Kick-off” · no longer an estimate');
  });

  it('names the start where it is one', async () => {
    const scene = await planScene();
    await scene.edit('pilot', { start: after(1, done('kick')) });
    const { host } = await asked(putOff, scene);
    expect(rows(host)[0]).to.equal('Pilot from Tue 1 Dec to Tue 8 Dec Start · rests on “Kick-off” · estimate');
  });

  it('tells a guest of an internal step no more than that it is one', async () => {
    const { host } = await asked(() =>
      Promise.resolve({
        preview: {
          moved: [
            {
              ...{ actionId: 'pilot', field: 'due' as const, from: '2026-12-03', to: '2026-12-04', inPast: false },
              ...{
                basis: { from: 'projected' as const, to: 'projected' as const },
                why: { type: 'internalStep' as const },
              },
            },
          ],
          overdue: [],
        },
      }),
    );
    expect(rows(host)).to.deep.equal(['Pilot from Thu 3 Dec to Fri 4 Dec rests on an internal step · estimate']);
  });

  it('draws the first 200 of many, and all when asked', async () => {
    const moved = Array.from({ length: 2000 }, (_, index): Preview['moved'][number] => ({
      ...{ actionId: `a${index}`, field: 'due', from: '2026-12-03', to: '2027-01-04', inPast: false },
      ...{ basis: { from: 'fixed', to: 'fixed' }, why: { type: 'setting' } },
    }));
    const { host } = await asked(() => Promise.resolve({ preview: { moved, overdue: [] } }));
    expect(heading(host)).to.equal('This moves 2000 dates');
    expect(rows(host).length).to.equal(200);
    expect(rows(host)[0]).to.equal('Untitled from Thu 3 Dec to Mon 4 Jan 2027 the room’s clock or calendar');
    the(host, 'button', 'Show 1800 more').click();
    await settled(host);
    expect(host.renderRoot.querySelectorAll('.moved-row').length).to.equal(2000);
    expect(focused(host)?.classList.contains('moved-body')).to.equal(true);
  });
});

describe('deleting what others rest on', () => {
  it('asks what becomes of them', async () => {
    const { host } = await asked(remove);
    expect(heading(host)).to.equal('1 date rests on this');
    expect(rows(host)).to.deep.equal(['Pilot Thu 3 Dec']);
    expect(has(host, 'button', 'Save')).to.equal(false);
    expect(
      all(host, 'button')
        .filter((one) => one.closest('dialog'))
        .map(textOf),
    ).to.deep.equal(['Cancel', 'Clear them', 'Keep today’s dates']);
    await isAccessible(host);
  });

  for (const [name, expected] of [
    ['Keep today’s dates', 'freeze'],
    ['Clear them', 'clear'],
    ['Cancel', null],
  ] as const) {
    it(`“${name}” gives ${expected}`, async () => {
      const { host, answer } = await asked(remove);
      the(host, 'button', name).click();
      expect(await answer).to.equal(expected);
    });
  }
});
