// Fernhill's customers beyond those of the coaching story, and their people; Halden Partners is no customer: it helps Globex.
// One row a person: id, name, zone, company.
import type { SeedPerson } from './people.ts';

export const CUSTOMERS = [
  { id: 'globex', name: 'Globex' },
  { id: 'meridian', name: 'Meridian Rail' },
  { id: 'oakhurst', name: 'Oakhurst Foods' },
  { id: 'halden', name: 'Halden Partners' },
];

const CONTACTS: readonly (readonly [id: string, name: string, zone: string | null, company: string])[] = [
  ['dana-whitfield', 'Dana Whitfield', 'America/Chicago', 'globex'],
  ['ravi-menon', 'Ravi Menon', 'America/Chicago', 'globex'],
  ['june-okada', 'June Okada', 'America/Los_Angeles', 'globex'],
  ['pablo-ortega', 'Pablo Ortega', 'America/Chicago', 'globex'],
  ['lena-brandt', 'Lena Brandt', null, 'halden'],
  ['oskar-vogel', 'Oskar Vogel', null, 'halden'],
  ['fiona-reid', 'Fiona Reid', 'Europe/London', 'meridian'],
  ['tom-ashby', 'Tom Ashby', 'Europe/London', 'meridian'],
  ['neha-patel', 'Neha Patel', 'Europe/London', 'meridian'],
  ['carl-jensen', 'Carl Jensen', 'Europe/Copenhagen', 'oakhurst'],
  ['maja-holm', 'Maja Holm', 'Europe/Copenhagen', 'oakhurst'],
];

export const CUSTOMERS_PEOPLE: readonly SeedPerson[] = CONTACTS.map(([id, name, zone, company]) => ({
  id,
  name,
  role: 'guest',
  zone,
  manager: null,
  company,
}));
