// What the person was told and has not read yet, above what they came for: as a host shows it, with the backend that its
// workspace already has.

/** What each kind is called where it is told to this person. */
const SAID = {
  'engagement.activated': (who, title) => [`${who} made `, title, ' active. You are its coach.'],
  'engagement.shared': (who, title, coachees) => [`${who} shared `, title, ` with ${coachees ?? 'you'}.`],
};
/** So many at once; the others come as these are read. */
const SHOWN = 3;

/** Shows what is unread at the top of the page, if anything is. */
export async function showNews(main, { person, people, hrefOf }) {
  const workspace = document.querySelector('action-workspace');
  await workspace.updateComplete;
  const { backend } = workspace.store;
  const box = document.createElement('section');
  box.className = 'news';
  box.setAttribute('aria-label', 'New for you');
  await fill();

  async function fill() {
    const { items, count } = await backend.notifications.list({ unread: true, limit: SHOWN, count: true });
    if (count === 0) {
      box.remove();
      return;
    }
    const list = document.createElement('ul');
    list.append(...(await Promise.all(items.map(line))));
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = count > SHOWN ? `Mark all ${count} as read` : 'Mark as read';
    button.addEventListener('click', async () => {
      button.disabled = true;
      await backend.notifications.readAll({ upTo: items[0].id });
      main.tabIndex = -1;
      main.focus();
      await fill();
    });
    box.replaceChildren(list, button);
    if (!box.isConnected) main.prepend(box);
  }

  async function line({ kind, by, at, engagement }) {
    const who = people.find(({ id }) => id === by)?.name ?? 'Your coaching team';
    const title = document.createElement('a');
    title.href = hrefOf(engagement.id);
    title.textContent = engagement.title;
    const time = document.createElement('time');
    time.dateTime = at;
    time.textContent = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' }).format(
      new Date(at),
    );
    const item = document.createElement('li');
    item.append(...(SAID[kind]?.(who, title, await coacheesOf(engagement.id)) ?? [`${who}: `, title]), ' ', time);
    return item;
  }

  /** To its coach, whom the engagement is for; null: the person themselves. */
  async function coacheesOf(id) {
    const { coachId, coacheeIds } = await backend.engagements.get(id);
    if (coachId !== person.id) return null;
    const names = coacheeIds.map((one) => people.find((other) => other.id === one)?.name ?? 'a coachee');
    return new Intl.ListFormat('en-GB').format(names);
  }
}
