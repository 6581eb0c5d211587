import { expect } from '@open-wc/testing';
import { BackendError } from '@followthrough/core/backend';
import type { Explanation, Id } from '@followthrough/core/schema';
import type { DateExplanationSpec } from '../../src/parts/date-explanation.ts';
import { after, done, dueOf, on, type PlanPartsHost, type PlanScene, planScene } from './plan-scene.ts';
import { focused, has, isAccessible, press, settled, textOf, the, until } from './roles.ts';

async function opened(id: Id, over: Partial<DateExplanationSpec> = {}, scene?: PlanScene): Promise<PlanScene> {
  const its = scene ?? (await planScene());
  const { host, plan, store, workspace } = its;
  host.anchor.focus();
  host.why.open(host.anchor, {
    action: its.action(id),
    plan: plan(),
    people: workspace.$people.get(),
    explain: (one) => store.explain(one),
    ...over,
  });
  await settled(host);
  return its;
}

const steps = (host: PlanPartsHost) => [...host.renderRoot.querySelectorAll('.plan-why-steps > li')].map(textOf);
const told = (host: PlanPartsHost) => until(() => steps(host).length > 0, 'the steps are told');
const setTo = (text: string) => `Set to ${text} by Ana Pereira on 26 Nov 2026, 09:00.`;
const ruleIs = (text: string) => `The rule is ${text}, set by Ana Pereira on 26 Nov 2026, 09:00.`;

describe('why a date is what it is', () => {
  it('is accessible', async () => {
    const { host } = await opened('pilot');
    await told(host);
    await isAccessible(host);
  });

  it('is told of a fixed date: who set it', async () => {
    const { host } = await opened('kick');
    await told(host);
    expect(steps(host)).to.deep.equal([setTo('Monday, 30 November 2026')]);
  });

  it('is told of an estimate: the rule, what the anchor is taken to be, and the count', async () => {
    const { host } = await opened('pilot');
    await told(host);
    expect(steps(host)).to.deep.equal([
      ruleIs('3 days after “Kick-off” is done'),
      '“Kick-off” is not done yet: it is taken to be done on Monday, 30 November 2026, its due date, or today once that ' +
        'has passed. 3 days after that is Thursday, 3 December 2026.',
    ]);
  });

  it('is told down to the fact that it rests on in the end', async () => {
    const { host } = await opened('launch');
    await told(host);
    expect(steps(host).slice(1)).to.deep.equal([
      '“Pilot” is due on Thursday, 3 December 2026, an estimate. 2 days after that is Saturday, 5 December 2026.',
      '“Pilot” is due 3 days after “Kick-off” is done. “Kick-off” is not done yet: it is taken to be done on Monday, ' +
        '30 November 2026, its due date, or today once that has passed. 3 days after that is Thursday, 3 December 2026.',
    ]);
  });

  it('is told of a settled date: what was done when', async () => {
    const scene = await planScene();
    await scene.workspace.actions.setState('kick', 'done');
    const { host } = await opened('pilot', {}, scene);
    await told(host);
    expect(steps(host)[1]).to.equal(
      '“Kick-off” was done on Thursday, 26 November 2026. 3 days after that is Sunday, 29 November 2026.',
    );
  });

  it('is told of one that waits: for what', async () => {
    const { host } = await opened('contract');
    await told(host);
    expect(steps(host)).to.deep.equal([
      ruleIs('1 day after “Legal review” is completed'),
      'It waits for “Legal review”.',
      '“Legal review” has no date yet.',
    ]);
  });

  it('is told of a section: its last step', async () => {
    const scene = await planScene();
    await scene.edit('redlines', { due: on('2026-12-01') });
    const { host } = await opened('contract', {}, scene);
    await told(host);
    expect(steps(host)).to.deep.equal([
      ruleIs('1 day after “Legal review” is completed'),
      '“Legal review” is not completed yet: that is expected on Tuesday, 1 December 2026. 1 day after that is Wednesday, ' +
        '2 December 2026.',
      'The last of “Legal review” is “Send the redlines”.',
    ]);
  });

  it('is told of a pin, with the rule that it stands over', async () => {
    const scene = await planScene();
    await scene.edit('pilot', { due: after(3, done('kick'), '2026-12-15') });
    const { host } = await opened('pilot', {}, scene);
    await told(host);
    expect(steps(host)).to.deep.equal([
      ruleIs('3 days after “Kick-off” is done'),
      'Pinned to Tuesday, 15 December 2026 by Ana Pereira on 26 Nov 2026, 09:00.',
    ]);
  });

  it('is told of start and due date each', async () => {
    const scene = await planScene();
    await scene.edit('kick', { start: after(-2, dueOf('kick')) });
    const { host } = await opened('kick', {}, scene);
    await told(host);
    expect([...host.renderRoot.querySelectorAll('h3')].map(textOf)).to.deep.equal(['Start date', 'Due date']);
    expect(steps(host)).to.deep.equal([
      ruleIs('2 days before “Kick-off” is due'),
      '“Kick-off” is due on Monday, 30 November 2026. 2 days before that is Saturday, 28 November 2026.',
      setTo('Monday, 30 November 2026'),
    ]);
    await isAccessible(host);
  });

  it('says of what a guest may not see that it is an internal step, and no more', async () => {
    const rule = { type: 'relative', amount: 0, unit: 'day', anchor: { type: 'internalStep' } };
    const explanation: Explanation = {
      actionId: 'pilot',
      start: null,
      due: {
        date: '2026-12-03',
        basis: 'projected',
        steps: [
          { type: 'rule', rule, date: '2026-12-03', setBy: null, setAt: '2026-11-26T09:00:00Z' },
          { type: 'counted', actionId: 'pilot', field: 'due', rule, date: '2026-12-03', basis: 'projected' },
        ],
      },
    };
    const { host } = await opened('pilot', { explain: () => Promise.resolve(explanation) });
    await told(host);
    expect(steps(host)).to.deep.equal(['It follows an internal step.', 'It comes to Thursday, 3 December 2026.']);
  });

  it('tells a step of a kind that it does not know as a rule', async () => {
    const due = { date: '2026-12-03', basis: 'settled' as const, steps: [{ type: 'lunar' }] };
    const { host } = await opened('pilot', { explain: () => Promise.resolve({ actionId: 'pilot', start: null, due }) });
    await told(host);
    expect(steps(host)).to.deep.equal(['Follows from a rule.']);
  });

  it('says that it looks, then that it could not, and asks again', async () => {
    let fail: (error: BackendError) => void = () => undefined;
    let asks = 0;
    const scene = await planScene();
    const explain = (id: Id) =>
      ++asks === 1
        ? new Promise<Explanation>((_, reject) => {
            fail = reject;
          })
        : scene.store.explain(id);
    const { host } = await opened('pilot', { explain }, scene);
    const status = () => textOf(host.renderRoot.querySelector('.plan-why [role="status"]'));
    expect(status()).to.equal('Looking it up…');
    fail(new BackendError('network'));
    await until(() => has(host, 'button', 'Try again'), 'it says that it could not');
    expect(status()).to.contain('The server does not answer.');
    the(host, 'button', 'Try again').click();
    await told(host);
    expect(asks).to.equal(2);
  });

  it('closes on Escape, focus back where it was', async () => {
    const { host } = await opened('pilot');
    await press(host, 'Escape');
    expect(host.why.isOpen).to.equal(false);
    expect(focused(host)).to.equal(host.anchor);
  });
});
