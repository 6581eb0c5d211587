// For the demo only (api.md §10): who there is to be, and a token for any of them. A real host's backend decides whom it
// gives a token; this one gives it to whoever asks, which is why it answers on this machine alone.
import { BackendError } from '@followthrough/core/backend';
import { type Id, idSchema, type Person } from '@followthrough/core/schema';
import type { Transaction } from '@followthrough/core/local-backend';
import * as z from 'zod/mini';
import type { Database } from '../database/database.ts';
import { failureOf } from '../http/failure.ts';
import { problemReply } from '../http/problem.ts';
import { readBody } from '../http/request-body.ts';
import { createSqlRepository } from '../repository/sql-repository.ts';
import type { DemoKey } from './demo-key.ts';

export interface DemoRoutesOptions {
  database: Database;
  workspaceId: Id;
  key: DemoKey;
  issuer: string;
  audience: string;
  clock?: () => number;
}

/**
 * A person to be, with their roles: `admin`, `member`, `guest`, or `customer · Globex` and `partner · Halden` by company; and
 * `manager`, `report`, `viewer`, `coach`, `coachee`, `spectator` where they are: of engagements, one that they see.
 */
interface DemoPerson {
  id: Id;
  name: string;
  roles: string[];
}

const SCOPE = 'actions:read actions:write rooms:read rooms:write engagements:read engagements:write export';

const tokenRequestSchema = z.strictObject({ personId: idSchema });

/** Answers the demo's own routes; null where the request is for none of them. */
export function createDemoRoutes(options: DemoRoutesOptions): (request: Request) => Promise<Response | null> {
  const { key, issuer, audience, workspaceId, clock = Date.now } = options;
  const repository = createSqlRepository(options.database, workspaceId);

  async function mint(request: Request): Promise<Response> {
    const asked = tokenRequestSchema.safeParse((await readBody(request)).value);
    if (!asked.success) throw new BackendError('validation', { detail: 'Send {"personId": "…"}.' });
    const person = await repository.transaction((tx) => tx.get('person', asked.data.personId));
    if (!person) throw new BackendError('not-found', { detail: 'There is no such person.' });
    const scope = person.role === 'admin' ? `${SCOPE} admin` : SCOPE;
    return json(await key.mint({ issuer, audience, personId: person.id, workspaceId, scope }, clock()));
  }

  return async (request) => {
    const { pathname } = new URL(request.url);
    const call = `${request.method} ${pathname}`;
    if (call !== 'GET /demo/people' && call !== 'POST /demo/token') return null;
    try {
      return call === 'POST /demo/token' ? await mint(request) : json({ items: await peopleToBe(repository) });
    } catch (error) {
      return problemReply(failureOf(error));
    }
  };
}

async function peopleToBe(repository: ReturnType<typeof createSqlRepository>): Promise<DemoPerson[]> {
  return repository.transaction(async (tx) => {
    const people = await tx.find('person', {});
    const relationships = await tx.find('relationship', {});
    const managers = new Set(relationships.map(({ managerId }) => managerId));
    const reports = new Set(relationships.map(({ reportId }) => reportId));
    const viewers = new Set(relationships.flatMap(({ viewerIds }) => viewerIds));
    const engagements = (await tx.find('engagement', {})).filter(({ deleted }) => deleted === null);
    const active = engagements.filter(({ status }) => status === 'active');
    const coaches = new Set(active.map(({ coachId }) => coachId));
    const coachees = new Set(active.flatMap(({ sharedAt, coacheeIds }) => (sharedAt === null ? [] : coacheeIds)));
    const spectators = new Set(active.flatMap(({ spectatorIds }) => spectatorIds));
    const customerOf = await customersOf(tx, people);
    return people
      .map(({ id, name, role, companyId }) => ({
        id,
        name,
        roles: [
          (role === 'guest' && customerOf(companyId)) || role,
          ...(managers.has(id) ? ['manager'] : []),
          ...(reports.has(id) ? ['report'] : []),
          ...(viewers.has(id) ? ['viewer'] : []),
          ...(coaches.has(id) ? ['coach'] : []),
          ...(coachees.has(id) ? ['coachee'] : []),
          ...(spectators.has(id) ? ['spectator'] : []),
        ],
      }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  });
}

/** What to call the people of a company: a partner's guests are in rooms, and none of these is their company's own. */
async function customersOf(
  tx: Transaction,
  people: readonly Person[],
): Promise<(companyId: Id | null) => string | null> {
  const companies = new Map((await tx.find('company', {})).map((company) => [company.id, company.name]));
  const rooms = await tx.find('room', {});
  const guests = new Set(rooms.flatMap((room) => room.guests.map(({ personId }) => personId)));
  const targets = new Set(rooms.map(({ companyId }) => companyId));
  const present = new Set(people.flatMap(({ id, companyId }) => (guests.has(id) ? [companyId] : [])));
  return (companyId) => {
    const name = companies.get(companyId ?? '');
    if (name === undefined || companyId === null) return null;
    return `${present.has(companyId) && !targets.has(companyId) ? 'partner' : 'customer'} · ${name}`;
  };
}

function json(body: object): Response {
  return new Response(JSON.stringify(body), {
    headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' },
  });
}
