// Who coaches in the demo's engagements, in which groups people are coached, and what is billed.
import type { SeedPerson } from '../people.ts';

/** Coaches of Alder, who work for Fernhill as members of its workspace. */
export const COACHES: readonly SeedPerson[] = [
  ['astrid-falk', 'Astrid Falk', null],
  ['joaquim-reis', 'Joaquim Reis', 'Europe/Lisbon'],
  ['miriam-adler', 'Miriam Adler', null],
  ['teo-brankovic', 'Teo Branković', 'Europe/Zagreb'],
  ['leah-osei', 'Leah Osei', 'Europe/London'],
].map(([id, name, zone]) => ({
  id: id ?? '',
  name: name ?? '',
  role: 'member' as const,
  zone: zone ?? null,
  manager: null,
  company: null,
}));

/** Groups that are coached, beside those that the workspace has already. */
export const COACHEE_GROUPS = [
  {
    id: 'autumn-cohort',
    name: 'Autumn cohort',
    memberIds: [
      'ben-okafor',
      'clara-weiss',
      'dev-sharma',
      'elif-kaya',
      'quentin-dubois',
      'rosa-jimenez',
      'sven-lindqvist',
      'tara-nguyen',
    ],
  },
  {
    id: 'spring-cohort',
    name: 'Spring cohort',
    memberIds: ['jonas-meyer', 'kenji-sato', 'layla-mansour', 'umar-aziz'],
  },
  {
    id: 'americas',
    name: 'Americas',
    memberIds: ['marcus-bell', 'mateo-silva', 'nina-kowalski', 'omar-farouk', 'paula-rossi'],
  },
  { id: 'executives', name: 'Executives', memberIds: ['tomas-herrera', 'priya-raman', 'marcus-bell'] },
  { id: 'field-leads', name: 'Field leads', memberIds: ['mateo-silva', 'sven-lindqvist', 'grace-mbeki'] },
  { id: 'returners', name: 'Returning this year', memberIds: ['wilhelmina-f', 'zoe-adams'] },
] as const;

export const INVOICING_METHODS = [
  { id: 'coach-hour', name: 'Coach, by the hour', amount: '140.00', currency: 'EUR', per: 'hour' },
  { id: 'coach-session', name: 'Coach, by the session', amount: '190.00', currency: 'EUR', per: 'session' },
  { id: 'firm-session', name: 'Firm, by the session', amount: '320.00', currency: 'EUR', per: 'session' },
  { id: 'firm-programme', name: 'Firm, whole programme', amount: '2400.00', currency: 'EUR', per: 'engagement' },
  {
    id: 'firm-programme-gbp',
    name: 'Firm, whole programme in London',
    amount: '2150.00',
    currency: 'GBP',
    per: 'engagement',
  },
] as const;
