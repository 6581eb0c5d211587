// How the element stands while it loads, cannot, is offline, and has something pending; and moving by the mouse.
import { expect } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import { type Backend, BackendError } from '@followthrough/core/backend';
import { minutesSchema } from '@followthrough/core/schema';
import { SESSION_MINUTES } from '../../src/engagement-timeline/session-draft.ts';
import { has, isAccessible, settled, textOf, the } from '../parts/roles.ts';
import { engagementOf, engagementOn, factsOf, itemOf, outline, saysSoon, timelineOn, warm } from './fixture.ts';
import { waitUntil } from '../parts/wait.ts';

const network = () => new BackendError('network', { detail: 'No answer came.' });

/** A backend whose network can be cut, for reads and for writes. */
function cuttable(backend: Backend) {
  const wire = { cut: false };
  const { engagements, items } = backend;
  const through = <T>(call: () => Promise<T>): Promise<T> => (wire.cut ? Promise.reject(network()) : call());
  const cut: Backend = {
    ...backend,
    engagements: { ...engagements, get: (...args) => through(() => engagements.get(...args)) },
    items: { ...items, complete: (...args) => through(() => items.complete(...args)) },
  };
  return { wire, backend: cut };
}

const banner = (timeline: { renderRoot: ParentNode }) => textOf(timeline.renderRoot.querySelector('[part~="banner"]'));

describe('how <engagement-timeline> stands', () => {
  before(async function () {
    this.timeout(60_000);
    await warm();
  });

  it('shows grey bars while it loads', async () => {
    const as = await engagementOf();
    const backend = as('cora');
    const never = () => new Promise<never>(() => {});
    const timeline = await timelineOn({
      backend: { ...backend, engagements: { ...backend.engagements, get: never } },
      loaded: false,
    });
    await settled(timeline);
    expect(has(timeline, 'status', 'Loading the engagement')).to.equal(true);
    expect(timeline.matches(':state(loading)')).to.equal(true);
  });

  it('says that it could not be loaded, and tries again when asked', async () => {
    const { backend, wire } = cuttable((await engagementOf())('cora'));
    wire.cut = true;
    const timeline = await timelineOn({ backend, loaded: false });
    await waitUntil(() => timeline.renderRoot.querySelector('[part="error"]') !== null, 'nothing is said');
    await isAccessible(timeline);
    wire.cut = false;
    the(timeline, 'button', 'Try again').click();
    await waitUntil(() => outline(timeline).includes('The guide'), 'it does not come');
  });

  it('keeps what is shown when it cannot be loaded again, and says so', async () => {
    const { backend, wire } = cuttable((await engagementOf())('cora'));
    const timeline = await timelineOn({ backend });
    wire.cut = true;
    await timeline.refresh();
    await settled(timeline);
    expect(outline(timeline)).to.include('The guide');
    expect(banner(timeline)).to.contain('Offline');
    expect(timeline.matches(':state(offline)')).to.equal(true);
  });

  it('shows a change that waits for a connection, counts it, and sends it when asked', async () => {
    const as = await engagementOf();
    const { backend, wire } = cuttable(as('cora'));
    const timeline = await timelineOn({ backend });
    wire.cut = true;
    the(timeline, 'button', 'Mark as completed: First session').click();
    await saysSoon(timeline, 'First session', /Completed.*Saving/);
    await waitUntil(() => /1 change waits/.test(banner(timeline)), 'it is not counted');
    expect(timeline.matches(':state(pending)')).to.equal(true);
    await isAccessible(timeline);
    wire.cut = false;
    the(timeline, 'button', 'Try again').click();
    await waitUntil(async () => {
      const item = await as('cora').items.get('first');
      return !item.locked && item.state === 'completed';
    }, 'it is not sent');
    await waitUntil(() => !factsOf(timeline, 'First session').includes('Saving'), 'it still waits');
  });

  it('moves an item by the mouse to where it is dropped', async () => {
    const { timeline, as } = await engagementOn('ada');
    const from = itemOf(timeline, 'Look back');
    from.scrollIntoView({ block: 'center' });
    const start = from.querySelector('.item-heading')?.getBoundingClientRect();
    const end = itemOf(timeline, 'Second session').getBoundingClientRect();
    if (!start) throw new Error('it is not there');
    const at = (x: number, y: number): [number, number] => [Math.round(x), Math.round(y)];
    await sendMouse({ type: 'move', position: at(start.right - 20, start.top + 8) });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: at(start.right - 20, end.top + 40) });
    await sendMouse({ type: 'move', position: at(start.right - 20, end.top + 6) });
    await settled(timeline);
    expect(itemOf(timeline, 'Second session').matches('.drop-before')).to.equal(true);
    await sendMouse({ type: 'up' });
    await settled(timeline);
    expect(outline(timeline).slice(-3)).to.deep.equal(['Look back', 'Second session', 'Visit another team']);
    await waitUntil(async () => {
      const { items } = await as('ada').engagements.get(timeline.engagement ?? '');
      return items.findIndex(({ id }) => id === 'last') < items.findIndex(({ id }) => id === 'second');
    }, 'it is not moved');
    expect(timeline.renderRoot.querySelector('dialog[open]')).to.equal(null);
  });

  it('takes as many minutes for a session as the schema does', () => {
    expect(minutesSchema.safeParse(SESSION_MINUTES).success).to.equal(true);
    expect(minutesSchema.safeParse(SESSION_MINUTES + 1).success).to.equal(false);
  });
});
