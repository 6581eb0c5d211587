// Many engagements at once: what would be done is said before, each answers for itself, what failed is tried again, and
// what can be taken back is. And the file that they are exported to.
import { expect } from '@open-wc/testing';
import { type Backend, BackendError } from '@followthrough/core/backend';
import type { EngagementBulkRequest } from '@followthrough/core/schema';
import { all, has, isAccessible, nameOf, opens, press, textOf, the, type } from '../parts/roles.ts';
import type { EngagementList } from '../../src/engagement-list/class.ts';
import type {
  EngagementBulkApplied,
  EngagementBulkBeforeApply,
  ExportBeforeStart,
  ExportReady,
} from '../../src/engagement-list/list-events.ts';
import { listOn, many, settled, soon, tick, titles, toastOf, workspace } from './fixture.ts';

const dialog = (list: EngagementList) => list.renderRoot.querySelector('dialog[open]');
const says = (list: EngagementList) => textOf(dialog(list));

/** Chooses an operation in the bar, and presses Apply. */
async function apply(list: EngagementList, operation: string): Promise<void> {
  the(list, 'button', /^Choose bulk action/).click();
  await opens(list);
  the(list, 'menuitemradio', operation).click();
  await settled(list);
  the(list, 'button', 'Apply').click();
  await soon(() => dialog(list) !== null && !says(list).includes('Looking'), 'the dialog has asked');
  await settled(list);
}

/** The backend, with bulk operations that go through `change`. */
function withBulk(
  backend: Backend,
  change: (
    request: EngagementBulkRequest,
    real: Backend['engagements']['bulk'],
  ) => ReturnType<Backend['engagements']['bulk']>,
): Backend {
  return {
    ...backend,
    engagements: {
      ...backend.engagements,
      bulk: (request) => change(request, (asked) => backend.engagements.bulk(asked)),
    },
  };
}

describe('many engagements at once', () => {
  it('are ticked after "Bulk Action", or by the box of a row; both lead to the same bar', async () => {
    const list = await listOn();
    expect(has(list, 'toolbar', 'Bulk actions')).to.equal(false);
    the(list, 'button', 'Bulk Action').click();
    await settled(list);
    expect(textOf(the(list, 'toolbar', 'Bulk actions'))).to.contain('Tick the engagements to change.');
    the(list, 'button', 'Apply').click();
    await settled(list);
    expect(textOf(list.renderRoot.querySelector('.bulk [role="alert"]'))).to.equal(
      'Tick at least one engagement first.',
    );
    the(list, 'button', 'Leave bulk actions').click();
    await settled(list);
    await tick(list, 'A first draft', 'C active');
    expect(textOf(the(list, 'toolbar', 'Bulk actions'))).to.contain('2 selected');
    the(list, 'button', 'Apply').click();
    await settled(list);
    expect(textOf(list.renderRoot.querySelector('.bulk [role="alert"]'))).to.equal('Choose what to do first.');
    the(list, 'button', /^Choose bulk action/).click();
    await opens(list);
    expect(all(list, 'menuitemradio').map(nameOf)).to.deep.equal([
      'Mark as active',
      'Mark as active and share',
      'Share with coachee',
      'Unshare',
      'Add new engagement item',
      'Delete',
    ]);
  });

  it('are told beforehand what would become of them, and say so in events', async () => {
    const as = workspace();
    const list = await listOn({ backend: as('dora') });
    const told: string[] = [];
    list.addEventListener('bulk-before-apply', (event) => {
      const { operation, ids } = event as unknown as EngagementBulkBeforeApply;
      told.push(`before ${operation} ${ids.join()}`);
    });
    list.addEventListener('bulk-applied', (event) => {
      const { operation, results } = event as unknown as EngagementBulkApplied;
      told.push(
        `after ${operation} ${results
          .map(({ outcome }) => outcome)
          .sort()
          .join()}`,
      );
    });
    await tick(list, 'A first draft', 'B second draft', 'C active', 'D shared');
    await apply(list, 'Mark as active');
    expect(says(list)).to.contain('2 engagements will be marked as active. 2 of 4');
    expect(says(list)).to.contain('2 are skipped: already active');
    const skipped = [...list.renderRoot.querySelectorAll('.forecast-names li')].map(textOf);
    expect(skipped).to.deep.equal(['C active · Ann Archer', 'D shared · Ann Archer']);
    the(list, 'button', 'Mark 2 as active').click();
    await soon(() => dialog(list) === null);
    expect(toastOf(list)).to.equal('2 engagements marked as active');
    expect(told).to.deep.equal(['before activate first,second', 'after activate done,done,skipped,skipped']);
    expect((await as('dora').engagements.list({ status: 'draft' })).items).to.have.length(0);
    await settled(list);
    expect(has(list, 'toolbar', 'Bulk actions')).to.equal(false);
  });

  it('are asked about in a dialog that is accessible', async () => {
    const list = await listOn();
    await tick(list, 'A first draft', 'C active');
    await apply(list, 'Mark as active');
    await isAccessible(list);
  });

  it('are left alone where the page says so', async () => {
    const as = workspace();
    const list = await listOn({ backend: as('dora') });
    list.addEventListener('bulk-before-apply', (event) => event.preventDefault());
    await tick(list, 'A first draft');
    await apply(list, 'Mark as active');
    the(list, 'button', 'Mark 1 as active').click();
    await soon(() => dialog(list) === null);
    expect((await as('dora').engagements.get('first')).status).to.equal('draft');
  });

  it('are deleted only once it is said how many, and brought back', async () => {
    const list = await listOn();
    await tick(list, 'A first draft', 'B second draft');
    await apply(list, 'Delete');
    expect(says(list)).to.contain('2 engagements will be deleted from every portal.');
    the(list, 'button', 'Delete 2 engagements').click();
    await soon(() => titles(list).length === 3);
    await soon(() => toastOf(list) === '2 engagements deleted');
    the(list, 'button', 'Undo').click();
    await soon(() => titles(list).length === 5);
  });

  it('say of each what became of it, and those that failed by accident are tried again', async () => {
    let fails = true;
    const backend = withBulk(workspace()('dora'), async (request, real) => {
      if (request.dryRun || !fails) return real(request);
      const { results } = await real({ ...request, ids: request.ids.slice(0, 1) });
      const accident = { id: request.ids[1] ?? '', outcome: 'refused', reason: 'unavailable' } as const;
      return { results: [...results, accident] };
    });
    const list = await listOn({ backend });
    await tick(list, 'A first draft', 'B second draft', 'C active');
    await apply(list, 'Mark as active');
    the(list, 'button', 'Mark 2 as active').click();
    await soon(() => says(list).includes('1 done · 1 skipped · 1 refused'));
    const lines = [...list.renderRoot.querySelectorAll('.result')].map(textOf);
    expect(lines[0]).to.match(/B second draft · Ben.*The server does not answer.*Refused/);
    expect(lines[1]).to.match(/C active.*already active.*Skipped/);
    expect(lines[2]).to.match(/A first draft.*Done/);
    await isAccessible(list);
    fails = false;
    the(list, 'button', 'Try 1 again').click();
    await soon(() => dialog(list) === null);
  });

  it('stay in the dialog with the reason where no answer came', async () => {
    const backend = withBulk(workspace()('dora'), (request, real) =>
      request.dryRun ? real(request) : Promise.reject(new BackendError('network')),
    );
    const list = await listOn({ backend });
    await tick(list, 'D shared');
    await apply(list, 'Unshare');
    the(list, 'button', 'Unshare 1').click();
    await soon(() => says(list).includes('1 not tried'));
    the(list, 'button', 'Close').click();
    await settled(list);
    expect(textOf(the(list, 'toolbar', 'Bulk actions'))).to.contain('1 selected');
  });

  it('all that match are selected, though few are loaded', async () => {
    const as = workspace(many(130));
    const list = await listOn({ backend: as('dora'), attributes: { 'page-size': '20' } });
    the(list, 'checkbox', 'Select all shown').click();
    await settled(list);
    the(list, 'button', 'Select all 130 that match').click();
    await settled(list);
    expect(textOf(the(list, 'toolbar', 'Bulk actions'))).to.contain('130 selected');
    await apply(list, 'Mark as active');
    the(list, 'button', 'Mark 130 as active').click();
    await soon(() => dialog(list) === null);
    expect((await as('dora').engagements.list({ status: 'active', count: true })).count).to.equal(130);
  });

  it('get an item each, written once', async () => {
    const as = workspace();
    const list = await listOn({ backend: as('dora') });
    await tick(list, 'A first draft', 'C active');
    the(list, 'button', /^Choose bulk action/).click();
    await opens(list);
    the(list, 'menuitemradio', 'Add new engagement item').click();
    await settled(list);
    the(list, 'button', 'Apply').click();
    await soon(() => dialog(list) !== null);
    await settled(list);
    await isAccessible(list);
    list.renderRoot.querySelector<HTMLElement>('input[value="feedback"]')?.click();
    await settled(list);
    the(list, 'button', 'Next').click();
    await soon(() => says(list).includes('What is asked'));
    await settled(list);
    the(list, 'button', 'Add').click();
    await settled(list);
    expect(says(list)).to.contain('Type a title.');
    the(list, 'textbox', /^Title/).focus();
    await type(list, 'A look back');
    the(list, 'textbox', /^What is asked/).focus();
    await type(list, 'What helped you most?');
    the(list, 'button', 'Add').click();
    await soon(() => says(list).includes('2 engagements will get a new item.'));
    the(list, 'button', 'Add to 2 engagements').click();
    await soon(() => toastOf(list) === 'Item added to 2 engagements');
    const { items } = await as('dora').engagements.get('third');
    expect(items).to.have.length(1);
  });
});

describe('exporting engagements', () => {
  /** Takes the file before it is saved. */
  function taking(list: EngagementList): ExportReady[] {
    const made: ExportReady[] = [];
    list.addEventListener('export-ready', (event: ExportReady) => {
      event.preventDefault();
      made.push(event);
    });
    return made;
  }

  it('begins with the list’s filter, says how many there will be, and gives the file', async () => {
    const list = await listOn({ attributes: { filter: 'status:active' } });
    const made = taking(list);
    const asked: string[] = [];
    list.addEventListener('export-before-start', ({ filter, format }: ExportBeforeStart) => {
      asked.push(`${JSON.stringify(filter)} ${format}`);
    });
    the(list, 'button', 'Export').click();
    await soon(() => says(list).includes('3 engagements will be in the file.'));
    expect(has(list, 'button', 'Status: Active')).to.equal(true);
    await isAccessible(list);
    [...all(list, 'button')]
      .filter((one) => nameOf(one) === 'Export')
      .at(-1)
      ?.click();
    await soon(() => made.length === 1);
    expect(asked).to.deep.equal(['{"status":"active"} csv']);
    expect(made[0]?.file.name).to.equal('engagements-2026-05-15.csv');
    const text = await made[0]?.file.data.text();
    expect(text).to.contain('C active');
    expect(text).not.to.contain('A first draft');
  });

  it('counts anew for another filter, chosen in the dialog', async () => {
    const list = await listOn();
    void list.openExport();
    await soon(() => says(list).includes('5 engagements will be in the file.'));
    [...all(list, 'button')]
      .filter((one) => nameOf(one) === 'Shared: All')
      .at(-1)
      ?.click();
    await opens(list);
    the(list, 'menuitemradio', 'Shared').click();
    await soon(() => says(list).includes('1 engagement will be in the file.'));
    expect(titles(list)).to.have.length(5);
  });

  it('stays open with the reason where it fails, and leaves the file to a page that makes it', async () => {
    const real = workspace()('dora');
    const fail = () => Promise.reject(new BackendError('unavailable'));
    const list = await listOn({ backend: { ...real, engagements: { ...real.engagements, export: fail } } });
    void list.openExport();
    await soon(() => says(list).includes('5 engagements'));
    const go = () => list.renderRoot.querySelector<HTMLElement>('dialog[open] .button.primary');
    go()?.click();
    await soon(() => says(list).includes('The file could not be made.'));
    list.addEventListener('export-before-start', (event) => event.preventDefault());
    go()?.click();
    await soon(() => dialog(list) === null);
  });

  it('closes by Escape and gives the focus back', async () => {
    const list = await listOn();
    const button = the(list, 'button', 'Export');
    button.focus();
    button.click();
    await soon(() => dialog(list) !== null);
    await settled(list);
    await press(list, 'Escape');
    expect(dialog(list)).to.equal(null);
    expect((list.renderRoot as ShadowRoot).activeElement).to.equal(button);
  });
});
