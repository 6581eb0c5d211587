// Who works at Fernhill, the invented company of the demo, who coaches whom, and which customers they know.
// One row a person: id, name, role, zone (null: the workspace's), manager.

export interface SeedPerson {
  id: string;
  name: string;
  role: 'admin' | 'member' | 'guest';
  zone: string | null;
  /** Who coaches them, if anybody. */
  manager: string | null;
  company: string | null;
}

type Row = readonly [
  id: string,
  name: string,
  role: SeedPerson['role'],
  zone: string | null,
  manager: string | null,
  company?: string,
];

const ROWS: readonly Row[] = [
  ['ingrid-solberg', 'Ingrid Solberg', 'admin', null, null],
  ['tomas-herrera', 'Tomás Herrera', 'member', null, 'ingrid-solberg'],
  ['ana-petrovic', 'Ana Petrović', 'member', null, 'tomas-herrera'],
  ['priya-raman', 'Priya Raman', 'member', 'Europe/London', 'ingrid-solberg'],
  ['marcus-bell', 'Marcus Bell', 'member', 'America/New_York', 'ingrid-solberg'],
  ['noor-haddad', 'Noor Haddad', 'admin', null, 'ingrid-solberg'],
  ['ben-okafor', 'Ben Okafor', 'member', null, 'ana-petrovic'],
  ['clara-weiss', 'Clara Weiss', 'member', null, 'ana-petrovic'],
  ['dev-sharma', 'Dev Sharma', 'member', 'Asia/Kolkata', 'ana-petrovic'],
  ['elif-kaya', 'Elif Kaya', 'member', 'Europe/Istanbul', 'ana-petrovic'],
  ['finn-larsen', 'Finn Larsen', 'member', 'Europe/Oslo', 'tomas-herrera'],
  ['grace-mbeki', 'Grace Mbeki', 'member', 'Africa/Johannesburg', 'tomas-herrera'],
  ['hugo-martin', 'Hugo Martin', 'member', 'Europe/Paris', 'priya-raman'],
  ['isla-campbell', 'Isla Campbell', 'member', 'Europe/London', 'priya-raman'],
  ['jonas-meyer', 'Jonas Meyer', 'member', null, 'priya-raman'],
  ['kenji-sato', '佐藤 健二', 'member', 'Asia/Tokyo', 'priya-raman'],
  ['layla-mansour', 'ليلى منصور', 'member', 'Asia/Dubai', 'priya-raman'],
  ['mateo-silva', 'Mateo Silva', 'member', 'America/Sao_Paulo', 'marcus-bell'],
  ['nina-kowalski', 'Nina Kowalski', 'member', 'America/Chicago', 'marcus-bell'],
  ['omar-farouk', 'Omar Farouk', 'member', 'America/New_York', 'marcus-bell'],
  ['paula-rossi', 'Paula Rossi', 'member', 'America/New_York', 'marcus-bell'],
  ['quentin-dubois', 'Quentin Dubois', 'member', 'Europe/Paris', 'hugo-martin'],
  ['rosa-jimenez', 'Rosa Jiménez', 'member', 'Europe/Madrid', 'hugo-martin'],
  ['sven-lindqvist', 'Sven Lindqvist', 'member', 'Europe/Stockholm', 'finn-larsen'],
  ['tara-nguyen', 'Tara Nguyen', 'member', 'Pacific/Auckland', 'grace-mbeki'],
  ['wilhelmina-f', 'Wilhelmina Featherstonehaugh-Cholmondeley', 'member', 'Europe/London', 'isla-campbell'],
  ['umar-aziz', 'Umar Aziz', 'member', null, 'noor-haddad'],
  ['vera-novak', 'Vera Nováková', 'member', 'Europe/Prague', 'noor-haddad'],
  ['xenia-popov', 'Xenia Popov', 'member', null, null],
  ['yusuf-demir', 'Yusuf Demir', 'member', null, null],
  ['zoe-adams', 'Zoë Adams', 'member', 'Europe/London', null],
  ['hana-lee', 'Hana Lee', 'guest', 'America/Los_Angeles', null, 'brightwater'],
  ['leo-grant', 'Leo Grant', 'guest', 'America/Los_Angeles', null, 'brightwater'],
  ['mia-jansen', 'Mia Jansen', 'guest', 'Europe/Amsterdam', null, 'kestrel'],
  ['pieter-visser', 'Pieter Visser', 'guest', 'Europe/Amsterdam', null, 'kestrel'],
  ['sofia-greco', 'Sofia Greco', 'guest', 'Europe/Rome', null, 'ponte'],
  ['luca-moretti', 'Luca Moretti', 'guest', 'Europe/Rome', null, 'ponte'],
  ['amir-khan', 'Amir Khan', 'guest', 'Asia/Karachi', 'priya-raman', 'indus'],
  ['sana-malik', 'Sana Malik', 'guest', 'Asia/Karachi', null, 'indus'],
  ['ruth-becker', 'Ruth Becker', 'guest', null, null, 'kestrel'],
];

export const PEOPLE: readonly SeedPerson[] = ROWS.map(([id, name, role, zone, manager, company]) => ({
  id,
  name,
  role,
  zone,
  manager,
  company: company ?? null,
}));

export const COMPANIES = [
  { id: 'brightwater', name: 'Brightwater Logistics' },
  { id: 'kestrel', name: 'Kestrel Aerial Surveys' },
  { id: 'ponte', name: 'Ponte & Figli' },
  { id: 'indus', name: 'Indus Health' },
];

export const GROUPS = [
  {
    id: 'new-managers',
    name: 'New managers 2026',
    memberIds: ['ana-petrovic', 'hugo-martin', 'finn-larsen', 'isla-campbell'],
  },
  { id: 'field-team', name: 'Field team', memberIds: ['mateo-silva', 'nina-kowalski', 'omar-farouk', 'paula-rossi'] },
];

/** Who may read which coaching besides its two people: report → viewers. */
export const VIEWERS: Readonly<Record<string, readonly string[]>> = {
  'ben-okafor': ['vera-novak'],
  'clara-weiss': ['vera-novak', 'noor-haddad'],
  'mateo-silva': ['vera-novak'],
  'amir-khan': ['hugo-martin'],
};

/** Relationships set up by somebody other than their manager: report → creator. */
export const CREATORS: Readonly<Record<string, string>> = {
  'dev-sharma': 'noor-haddad',
  'nina-kowalski': 'noor-haddad',
};
