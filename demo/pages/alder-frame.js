// What stands around each of the coaching firm's three portals: where it leads, who is signed in, and its imprint. A portal's
// own page says which one it is, and nothing of this.

/** The portals by `data-portal`, in the order in which they are named. */
const PORTALS = {
  admin: { page: 'programmes.html', name: 'Administration', link: 'Admins' },
  coach: { page: 'coach.html', name: 'Coach', link: 'Coaches' },
  coachee: { page: 'coachee.html', name: 'Coaching', link: 'Coachees' },
};

/** Puts the frame around the page. Gives the page that links of this portal lead to. */
export function frame(portal) {
  const { page, name } = PORTALS[portal];
  const skip = make('a', { className: 'skip', href: '#main' }, 'Skip to content');
  const brand = make(
    'a',
    { className: 'brand', href: page },
    make('img', { src: 'alder.svg', alt: '', width: 28, height: 28 }),
    'Alder ',
    make('small', {}, name),
  );
  const nav = make(
    'nav',
    { ariaLabel: 'Portals' },
    ...Object.values(PORTALS).map((one) =>
      make('a', { href: one.page, ...(one.page === page && { ariaCurrent: 'page' }) }, one.link),
    ),
  );
  const switcher = make(
    'label',
    { className: 'switcher' },
    make('span', {}, 'Signed in as'),
    make('select', { id: 'person' }),
  );
  document.body.prepend(skip, make('header', { className: 'bar' }, brand, nav, switcher));
  document.body.append(
    make(
      'footer',
      {},
      'Alder is invented, and so is everybody it coaches at Fernhill. ',
      make('a', { href: './' }, 'Fernhill’s own portal'),
    ),
  );
  return page;
}

/** An element with these properties and what is in it. */
function make(tag, properties, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}
