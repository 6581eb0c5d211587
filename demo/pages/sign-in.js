// Who is signed in, in the demo: whoever the page's switcher names, and a token for them. A real host knows its people and
// has its own backend mint the token.

/** Whether somebody is a customer's or a partner's. */
export const isOutside = ({ roles }) => roles.some((role) => /^(guest|customer|partner)\b/.test(role));

/** The company of somebody from outside, as the demo tells it with their role. */
export const companyOf = ({ roles }) => roles.map((role) => role.split(' · ')[1]).find((name) => name) ?? 'Guests';

/**
 * Fills the switcher and gives who is signed in.
 * @param key where the browser remembers it
 * @param among who can be signed in on this page
 * @param first who is at first
 * @param grouped whether they are told by company; `brief`: by name alone
 */
export async function signIn({ key, first, among = () => true, grouped = false, brief = grouped }) {
  const { items: people } = await (await fetch('demo/people')).json();
  const choices = people.filter(among);
  const remembered = localStorage.getItem(key);
  const person = choices.find(({ id }) => id === remembered) ?? choices.find(({ id }) => id === first) ?? choices[0];

  const switcher = document.querySelector('#person');
  const groups = new Map();
  for (const one of choices) {
    const { id, name, roles } = one;
    const option = new Option(brief ? name : `${name} · ${roles.join(', ')}`, id, false, id === person.id);
    if (!grouped) switcher.add(option);
    else groups.set(companyOf(one), [...(groups.get(companyOf(one)) ?? []), option]);
  }
  for (const [label, options] of [...groups].sort(([a], [b]) => a.localeCompare(b))) {
    const group = document.createElement('optgroup');
    group.label = label;
    group.append(...options);
    switcher.append(group);
  }
  switcher.addEventListener('change', () => {
    localStorage.setItem(key, switcher.value);
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

  /** What the backend answers at a path, all of it. */
  async function ask(path) {
    const answer = await fetch(new URL(path, new URL('api/v1/', document.baseURI)), {
      headers: { authorization: `Bearer ${await getToken()}` },
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return answer.json();
  }

  const workspace = document.querySelector('action-workspace');
  if (workspace) workspace.getToken = getToken;
  return { person, people, ask };
}
