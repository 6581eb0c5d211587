// The coaching firm's own script, as a host writes it: three portals over the same engagements. What each person gets of them
// is decided by the backend; a page only says which element stands where.
import { frame } from './alder-frame.js';
import { showNews } from './alder-news.js';
import { signIn } from './sign-in.js';

const portal = document.body.dataset.portal;
const main = document.querySelector('#main');
const asked = new URLSearchParams(location.search);

/** Who can be signed in on each portal, and who is at first. */
const SIGNED_IN = {
  admin: { role: 'admin', first: 'noor-haddad' },
  coach: { role: 'coach', first: 'astrid-falk' },
  coachee: { role: /^(coachee|spectator)$/, first: 'ben-okafor' },
};
const { role, first } = SIGNED_IN[portal];
const page = frame(portal);

const { person, people, ask } = await signIn({
  key: `alder.${portal}`,
  first,
  among: ({ roles }) => roles.some((one) => (typeof role === 'string' ? one === role : role.test(one))),
  brief: portal !== 'coachee',
});

const pageOf = (query) => `${page}?${new URLSearchParams(query)}`;
const engagement = asked.get('engagement');

if (engagement !== null) showEngagement(engagement);
else if (portal === 'coachee') await showOwn();
else showAll();
await showNews(main, {
  person,
  people,
  hrefOf: (id) => pageOf({ engagement: id }),
});

/** All that this person sees; an admin makes new ones here. */
function showAll() {
  const isAdmin = portal === 'admin';
  heading(
    isAdmin ? 'Coaching at Fernhill' : 'Your coachees',
    isAdmin
      ? 'Every engagement, whoever leads it.'
      : 'The engagements that you lead. They appear here once an administrator has marked them active.',
  );
  const list = document.createElement('engagement-list');
  list.setAttribute('label', isAdmin ? 'Engagements' : 'Your engagements');
  if (!isAdmin) list.setAttribute('filter', 'coach:me');
  list.links = { engagement: (id) => pageOf({ engagement: id }) };
  list.addEventListener('engagement-create-request', () => openWizard(list));
  main.append(list);
}

function openWizard(list) {
  const wizard = document.createElement('engagement-wizard');
  wizard.setAttribute('dialog', '');
  wizard.setAttribute('open', '');
  wizard.setAttribute('draft-key', 'alder.wizard');
  for (const ended of ['wizard-finished', 'wizard-cancelled']) {
    wizard.addEventListener(ended, () => {
      wizard.remove();
      list.focus();
    });
  }
  main.append(wizard);
}

/** One engagement: its items in time, and for admins and its coach its settings. */
function showEngagement(id) {
  const back = linkTo(page, portal === 'coachee' ? 'Your coaching' : 'All engagements');
  back.className = 'back';
  main.append(back);

  const tab = asked.get('tab') === 'settings' && portal !== 'coachee' ? 'settings' : 'programme';
  if (portal !== 'coachee') {
    const tabs = document.createElement('nav');
    tabs.className = 'tabs';
    tabs.setAttribute('aria-label', 'Engagement');
    tabs.append(
      linkTo(pageOf({ engagement: id }), 'Programme', tab === 'programme'),
      linkTo(pageOf({ engagement: id, tab: 'settings' }), 'Settings', tab === 'settings'),
    );
    main.append(tabs);
  }
  const element = document.createElement(tab === 'settings' ? 'engagement-settings' : 'engagement-timeline');
  element.setAttribute('engagement', id);
  element.setAttribute('heading-level', '1');
  element.addEventListener('engagement-removed', () => location.assign(page));
  card(main).append(element);
  if (tab === 'settings') void nameSettings(element, id);
}

/** Whose settings they are; where there is no such engagement, the element says so. */
async function nameSettings(element, id) {
  const { title } = await ask(`engagements/${encodeURIComponent(id)}`).catch(() => ({}));
  if (title) element.setAttribute('label', `Settings: ${title}`);
}

/** Who is coached sees the programme that they are in at once, beside it what they promised, and below it the others. */
async function showOwn() {
  const { items } = await ask('engagements?limit=200&sort=-start');
  const own = items.filter(({ coacheeIds }) => coacheeIds.includes(person.id));
  const current = own.find(({ progress }) => progress.done < progress.total) ?? own[0];
  const firstName = person.name.split(' ')[0];
  if (items.length === 0) {
    heading(`Hello, ${firstName}`, 'Nothing is shared with you at the moment.');
    return;
  }
  heading(
    `Hello, ${firstName}`,
    current ? 'Your coaching, and what you promised on the way.' : 'The coaching that you look after.',
  );
  const beside = document.createElement('div');
  beside.className = 'beside';
  const column = document.createElement('div');
  column.className = 'column';
  beside.append(column);
  main.append(beside);
  if (current) {
    const timeline = document.createElement('engagement-timeline');
    timeline.setAttribute('engagement', current.id);
    card(column).append(timeline);
  }
  if (items.length > (current ? 1 : 0)) {
    const list = document.createElement('engagement-list');
    list.setAttribute('label', current ? 'All of your engagements' : 'Engagements that you follow');
    list.links = { engagement: (id) => pageOf({ engagement: id }) };
    card(column).append(list);
  }
  const widget = document.createElement('actions-widget');
  widget.setAttribute('heading', 'Your actions');
  widget.setAttribute('view-all-href', './');
  widget.setAttribute('limit', '6');
  card(beside).append(widget);
}

function heading(text, about) {
  const [title, lead] = [document.createElement('h1'), document.createElement('p')];
  title.textContent = text;
  lead.className = 'lead';
  lead.textContent = about;
  main.append(title, lead);
}

function card(parent) {
  const box = document.createElement('div');
  box.className = 'card';
  parent.append(box);
  return box;
}

function linkTo(href, text, isCurrent = false) {
  const link = document.createElement('a');
  link.href = href;
  link.textContent = text;
  if (isCurrent) link.setAttribute('aria-current', 'page');
  return link;
}
