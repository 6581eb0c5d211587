// The CRM's own script, as a host writes it: its accounts, the record that is open, and the rooms of that account.
import { isOutside, signIn } from './sign-in.js';

/** What this CRM knows of its accounts, beside what the rooms know. */
const ACCOUNTS = {
  brightwater: {
    about: 'Freight and last mile · Portland',
    stage: 'Customer',
    value: '€ 84,000',
    since: '2021',
    seats: 140,
  },
  globex: { about: 'Industrial services · Chicago', stage: 'Evaluation', value: '€ 210,000', since: '–', seats: 420 },
  indus: { about: 'Home care · Lahore', stage: 'Customer', value: '€ 56,000', since: '2022', seats: 95 },
  kestrel: { about: 'Aerial surveys · Rotterdam', stage: 'Customer', value: '€ 38,000', since: 'this year', seats: 60 },
  meridian: { about: 'Rail maintenance · York', stage: 'Customer', value: '€ 162,000', since: 'this year', seats: 310 },
  oakhurst: { about: 'Food and cold chain · Aarhus', stage: 'Evaluation', value: '€ 74,000', since: '–', seats: 120 },
  ponte: { about: 'Lifts and escalators · Turin', stage: 'Evaluation', value: '€ 45,000', since: '–', seats: 80 },
};

const { ask } = await signIn({
  key: 'fernhill.person',
  first: 'ana-petrovic',
  among: (one) => !isOutside(one),
  brief: true,
});

const dashboard = document.querySelector('actions-dashboard');
if (dashboard) dashboard.links = { room: (id) => recordOf({ room: id }) };

if (document.querySelector('#accounts')) await showAccount();

async function showAccount() {
  const [companies, rooms, contacts] = (
    await Promise.all([ask('companies?limit=200'), ask('rooms?limit=200'), ask('people?side=external&limit=200')])
  ).map(({ items }) => items);
  const accounts = companies.filter(({ id }) => id in ACCOUNTS);
  const asked = new URLSearchParams(location.search);
  const askedRoom = rooms.find(({ id }) => id === asked.get('room'));
  const account =
    accounts.find(({ id }) => id === (askedRoom?.companyId ?? asked.get('account'))) ??
    accounts.find(({ id }) => id === 'globex') ??
    accounts[0];
  const own = rooms.filter(({ companyId }) => companyId === account.id);

  const list = document.querySelector('#accounts');
  for (const { id, name } of accounts) {
    const count = rooms.filter(({ companyId }) => companyId === id).length;
    const link = linkTo(recordOf({ account: id }), name, id === account.id);
    const note = document.createElement('small');
    note.textContent = `${ACCOUNTS[id].stage} · ${count === 0 ? 'no rooms' : count === 1 ? '1 room' : `${count} rooms`}`;
    link.append(note);
    const item = document.createElement('li');
    item.append(link);
    list.append(item);
  }
  list.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });

  const { about, stage, value, since, seats } = ACCOUNTS[account.id];
  document.title = `${account.name} · Larkspur CRM`;
  document.querySelector('#name').textContent = account.name;
  document.querySelector('#about').textContent = about;
  document.querySelector('#monogram').textContent = account.name[0];
  const names = contacts.filter(({ companyId }) => companyId === account.id).map(({ name }) => name);
  const facts = {
    Stage: stage,
    'Worth a year': value,
    Seats: seats,
    'Customer since': since,
    Contacts: names.join(', '),
  };
  for (const [term, fact] of Object.entries(facts)) {
    const [label, text] = [document.createElement('dt'), document.createElement('dd')];
    label.textContent = term;
    text.textContent = fact;
    const pair = document.createElement('div');
    pair.append(label, text);
    document.querySelector('#facts').append(pair);
  }
  showRooms(account, own, asked.has('new') ? null : (askedRoom ?? own[0] ?? null));
}

/** The room's plan; where there is none, what makes one. */
function showRooms(account, rooms, room) {
  const tabs = document.querySelector('#rooms');
  for (const { id, name } of rooms) tabs.append(linkTo(recordOf({ room: id }), name, id === room?.id));
  const another = document.querySelector('#new-room');
  another.href = recordOf({ account: account.id, new: '' });
  if (room === null) another.setAttribute('aria-current', 'page');

  const plan = document.createElement('mutual-action-plan');
  plan.setAttribute('heading-level', '2');
  if (room === null) plan.setAttribute('company', account.id);
  else plan.setAttribute('room', room.id);
  plan.addEventListener('room-created', (event) => location.assign(recordOf({ room: event.room.id })));
  document.querySelector('#plan').append(plan);
}

function recordOf(query) {
  return `crm.html?${new URLSearchParams(query)}`;
}

function linkTo(href, text, isCurrent) {
  const link = document.createElement('a');
  link.href = href;
  link.textContent = text;
  if (isCurrent) link.setAttribute('aria-current', 'page');
  return link;
}
