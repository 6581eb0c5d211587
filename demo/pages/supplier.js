// A customer's own portal: the same rooms as the customer's people see them.
import { companyOf, isOutside, signIn } from './sign-in.js';

const { person, ask } = await signIn({
  key: 'supplier.person',
  first: 'dana-whitfield',
  among: isOutside,
  grouped: true,
});

const company = companyOf(person);
document.querySelector('#company').textContent = company;
document.title = `Fernhill · ${company} supplier portal`;

const [{ items: rooms }, { items: team }] = await Promise.all([
  ask('rooms?limit=200'),
  ask('people?side=internal&limit=200'),
]);
const asked = new URLSearchParams(location.search).get('room');
const room = rooms.find(({ id }) => id === asked) ?? rooms[0];

const names = team.filter(({ id }) => room?.memberIds.includes(id)).map(({ name }) => name);
document.querySelector('#about').textContent = room
  ? `Field scheduling. Your people at Fernhill: ${new Intl.ListFormat('en-GB').format(names)}.`
  : `Nothing is shared with you yet, ${person.name.split(' ')[0]}.`;

const list = document.querySelector('#rooms');
for (const { id, name } of rooms) {
  const link = document.createElement('a');
  link.href = `supplier.html?room=${encodeURIComponent(id)}`;
  link.textContent = name;
  if (id === room.id) link.setAttribute('aria-current', 'page');
  list.append(link);
}
list.hidden = rooms.length < 2;

if (room) {
  const plan = document.createElement('mutual-action-plan');
  plan.setAttribute('room', room.id);
  plan.setAttribute('heading-level', '2');
  document.querySelector('#plan').append(plan);
}
