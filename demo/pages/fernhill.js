// The portal's own script, as a host writes it: who is signed in, a token for the elements, and its own navigation.
const workspace = document.querySelector('action-workspace');
const switcher = document.querySelector('#person');
const api = new URL('api/v1/', document.baseURI);

const { items: people } = await (await fetch('demo/people')).json();
const remembered = localStorage.getItem('fernhill.person');
const person =
  people.find(({ id }) => id === remembered) ?? people.find(({ id }) => id === 'ana-petrovic') ?? people[0];

for (const { id, name, roles } of people) {
  switcher.add(new Option(`${name} · ${roles.join(', ')}`, id, false, id === person.id));
}
switcher.addEventListener('change', () => {
  localStorage.setItem('fernhill.person', switcher.value);
  location.reload();
});

async function getToken() {
  const answer = await fetch('demo/token', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ personId: person.id }),
  });
  if (!answer.ok) throw new Error(`No token: ${answer.status}`);
  return (await answer.json()).token;
}

if (workspace) workspace.getToken = getToken;

const greeting = document.querySelector('#greeting');
if (greeting) greeting.textContent = `Good day, ${person.name.split(' ')[0]}`;

const list = document.querySelector('#relationships');
if (list) await showCoaching();

async function showCoaching() {
  const answer = await fetch(new URL('relationships?limit=200', api), {
    headers: { authorization: `Bearer ${await getToken()}` },
  });
  const { items } = await answer.json();
  const relationships = items.filter(({ may }) => may.seeActions === true);
  const nameOf = (id) => people.find((one) => one.id === id)?.name ?? 'Someone';
  const asked = new URLSearchParams(location.search).get('relationship');
  const chosen = relationships.find(({ id }) => id === asked) ?? relationships[0];

  for (const { id, managerId, reportId } of relationships) {
    const link = document.createElement('a');
    link.href = `coaching.html?relationship=${encodeURIComponent(id)}`;
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
  document.querySelector('#pair-about').textContent = 'What you agreed in your 1:1s and between them.';
  const actions = document.createElement('action-list');
  actions.setAttribute('relationship', chosen.id);
  actions.setAttribute('label', 'Actions of this relationship');
  document.querySelector('#panel').append(actions);
}
