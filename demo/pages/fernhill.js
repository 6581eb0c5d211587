// The portal's own script, as a host writes it: who is signed in, a token for the elements, and its own navigation.
import { signIn } from './sign-in.js';

const { person, people, ask } = await signIn({ key: 'fernhill.person', first: 'ana-petrovic' });

const greeting = document.querySelector('#greeting');
if (greeting) greeting.textContent = `Good day, ${person.name.split(' ')[0]}`;

const all = document.querySelector('action-list');
if (all) {
  all.links = {
    relationship: (id) => `coaching.html?${new URLSearchParams({ relationship: id })}`,
    room: (id) => `crm.html?${new URLSearchParams({ room: id })}`,
  };
}

const list = document.querySelector('#relationships');
const agenda = document.querySelector('#meeting');
if (list) await showCoaching();

async function showCoaching() {
  const { items } = await ask('relationships?limit=200');
  const relationships = items.filter(({ may }) => may.seeActions === true);
  const nameOf = (id) => people.find((one) => one.id === id)?.name ?? 'Someone';
  const asked = new URLSearchParams(location.search).get('relationship');
  const chosen = relationships.find(({ id }) => id === asked) ?? relationships[0];

  for (const { id, managerId, reportId } of relationships) {
    const link = document.createElement('a');
    link.href = `?relationship=${encodeURIComponent(id)}`;
    if (id === chosen.id) link.setAttribute('aria-current', 'page');
    const other = managerId === person.id ? reportId : managerId;
    const role = document.createElement('small');
    role.textContent =
      managerId === person.id ? 'you coach' : reportId === person.id ? 'coaches you' : `coaches ${nameOf(reportId)}`;
    link.append(nameOf(other), role);
    const item = document.createElement('li');
    item.append(link);
    list.append(item);
  }

  if (!chosen) {
    document.querySelector('#pair').textContent = 'No coaching relationship yet';
    return;
  }
  document.querySelector('#pair').textContent = `${nameOf(chosen.managerId)} and ${nameOf(chosen.reportId)}`;
  if (agenda) {
    showMeeting(chosen);
    return;
  }
  document.querySelector('#pair-about').textContent = 'What you agreed in your 1:1s and between them.';
  const actions = document.createElement('action-list');
  actions.setAttribute('relationship', chosen.id);
  actions.setAttribute('label', 'Actions of this relationship');
  // What is finished comes last.
  actions.setAttribute('group-by', 'due');
  document.querySelector('#panel').append(actions);
}

/** The 1:1 that the address names, or the one that the relationship is at; what is gone to is in the address. */
function showMeeting({ id }) {
  document.querySelector('#pair-about').textContent = 'What you carried along, what is new, and what is done.';
  const meeting = document.createElement('meeting-actions');
  const asked = new URLSearchParams(location.search).get('meeting');
  meeting.setAttribute(asked ? 'meeting' : 'relationship', asked ?? id);
  meeting.setAttribute('heading-level', '2');
  meeting.setAttribute('poll', '20');
  meeting.explained = localStorage.getItem('fernhill.carry-forward') !== null;
  meeting.links = { meeting: (to) => `?${new URLSearchParams({ relationship: id, meeting: to.id })}` };
  meeting.addEventListener('carry-forward-explained', () =>
    localStorage.setItem('fernhill.carry-forward', 'explained'),
  );
  agenda.append(meeting);
}
