// What was refused of an item stands with the item, until it is tried again.
import { expect } from '@open-wc/testing';
import { type Backend, BackendError } from '@followthrough/core/backend';
import { isAccessible, settled, textOf, the } from '../parts/roles.ts';
import { engagementOf, factsOf, itemOf, saysSoon, timelineOn } from './fixture.ts';
import { waitUntil } from '../parts/wait.ts';

/** A backend that refuses to complete anything while it is told to. */
function refusing(backend: Backend) {
  const state = { refuses: true };
  const complete: Backend['items']['complete'] = (...args) =>
    state.refuses ? Promise.reject(new BackendError('forbidden')) : backend.items.complete(...args);
  return { state, backend: { ...backend, items: { ...backend.items, complete } } };
}

const faultOf = (item: HTMLElement) => textOf(item.querySelector('[part="item-error"]'));

describe('what was refused of an item', () => {
  it('stands with it beside the toast, with the others as they were, and goes when it is tried again', async () => {
    const { backend, state } = refusing((await engagementOf())('cora'));
    const timeline = await timelineOn({ backend });
    the(timeline, 'button', 'Mark as completed: First session').click();
    await waitUntil(() => faultOf(itemOf(timeline, 'First session')) !== '', 'nothing is said');
    await settled(timeline);
    expect(factsOf(timeline, 'First session')).to.contain('Scheduled');
    expect(faultOf(itemOf(timeline, 'First session'))).to.equal(
      textOf(timeline.renderRoot.querySelector('.toast-text')),
    );
    expect(timeline.renderRoot.querySelectorAll('[part="item-error"]')).to.have.length(1);
    await isAccessible(timeline);
    state.refuses = false;
    the(timeline, 'button', 'Mark as completed: First session').click();
    await saysSoon(timeline, 'First session', /Completed/);
    expect(timeline.renderRoot.querySelectorAll('[part="item-error"]')).to.have.length(0);
  });

  it('is not shown where the page says so itself', async () => {
    const { backend } = refusing((await engagementOf())('cora'));
    const timeline = await timelineOn({ backend });
    let told = 0;
    timeline.addEventListener('engagement-error', (event) => {
      told++;
      event.preventDefault();
    });
    the(timeline, 'button', 'Mark as completed: First session').click();
    await waitUntil(() => told === 1, 'the page is not told');
    await settled(timeline);
    expect(timeline.renderRoot.querySelector('[part="item-error"]')).to.equal(null);
  });
});
