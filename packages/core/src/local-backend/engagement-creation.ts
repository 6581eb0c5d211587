// Making engagements (rulebook §5): for coachees or a group, one each or one for all, up to 500 at once, from a template or from
// scratch. Every coachee answers for themselves: one who cannot be coached stops none of the others.
import type { EngagementBackend } from '../backend.ts';
import {
  canSeeTemplates,
  defaultTitle,
  faultsOfDatesIn,
  faultsOfSettings,
  itemsFromTemplate,
  mayCreateEngagements,
  newEngagement,
  refusedCoachee,
  settingsOf,
  templateFaults,
  unknownPerson,
} from '../domain/index.ts';
import {
  COACHEES_LIMIT,
  type EngagementCreation,
  type EngagementDraft,
  engagementDetailSchema,
  engagementDraftSchema,
  type EngagementPatch,
  type EngagementRecord,
  type EngagementTemplateContent,
  type Group,
  type Id,
  readOnlyFields,
  type TemplateRecord,
} from '../schema/index.ts';
import { type Call, type Calls, lookUp } from './call.ts';
import { engagementViews } from './engagement-access.ts';
import { keepEngagements } from './engagement-keeping.ts';
import { clockOf, type EngagementWork, takeUp } from './engagement-work.ts';
import { namesFor } from './engagement-course.ts';
import { checked, forbidden, validation } from './failures.ts';
import { refusalOfFaults } from './template-use.ts';
import { insertNew } from './write.ts';

const READ_ONLY = new Set(readOnlyFields(engagementDetailSchema, engagementDraftSchema));

type Result = EngagementCreation['results'][number];

/** What engagements are made of. */
interface Making {
  readonly call: Call;
  readonly draft: EngagementDraft;
  readonly settings: EngagementPatch;
  readonly group: Group | null;
  readonly template: (Pick<TemplateRecord, 'name'> & { content: EngagementTemplateContent }) | null;
  readonly people: ReadonlyMap<Id, { name: string }>;
}

/** `engagements.create` of the port. */
export function engagementCreation(inCall: Calls): EngagementBackend['engagements']['create'] {
  return async (draft, options) => {
    const written = checked(engagementDraftSchema, draft, READ_ONLY);
    return inCall(async (call) => {
      const allowed = mayCreateEngagements(call.access.viewer);
      if (allowed !== true) throw forbidden(allowed);
      const group = await groupFor(call, written);
      const coacheeIds = group?.memberIds ?? written.coacheeIds ?? [];
      const template = await templateFor(call, written.templateId ?? null);
      const settings = { ...templateSettings(template), ...settingsOf(written) };
      const { people, methods } = await namesFor(call, settings, [...coacheeIds, written.coachId]);
      const { coachId } = written;
      const none = { startDate: null, endDate: null };
      const faults = faultsOfSettings(settings, none, { coachId, coacheeIds: [] }, { people, methods });
      if (!people.has(coachId)) faults.unshift(unknownPerson('/coachId'));
      if (faults.length > 0) throw validation(faults);
      return make({ call, draft: written, settings, group, template, people }, coacheeIds);
    }, options);
  };
}

async function make(making: Making, coacheeIds: readonly Id[]): Promise<EngagementCreation> {
  const { call, draft, settings } = making;
  const refusals = new Map<Id, string>();
  const made = new Map<Id, EngagementRecord>();
  const fit: Id[] = [];
  for (const id of new Set(coacheeIds)) {
    const spectatorIds = settings.spectatorIds ?? [];
    const reason = refusedCoachee(id, { coachId: draft.coachId, spectatorIds }, making.people);
    if (reason === null) fit.push(id);
    else refusals.set(id, reason);
  }
  const isShared = draft.mode === 'shared';
  const parties = isShared ? (fit.length > 0 ? [fit] : []) : fit.map((id) => [id]);
  for (const party of parties) made.set(party[0] ?? '', record(making, party));
  const works = await keep(making, [...made.values()]);
  const views = new Map((await engagementViews(call, [...works.values()])).map((view) => [view.id, view]));

  const answered = new Set<Id>();
  const results = coacheeIds.flatMap((id): Result[] => {
    const isAgain = answered.has(id);
    answered.add(id);
    if (isAgain) return [{ coacheeIds: [id], outcome: 'skipped', reason: 'duplicate' }];
    const reason = refusals.get(id);
    if (reason !== undefined) return [{ coacheeIds: [id], outcome: 'refused', reason }];
    const engagement = made.get(id);
    // Of one for all there is one answer, at the first of them.
    if (engagement === undefined) return [];
    const view = views.get(engagement.id);
    return [{ coacheeIds: [...engagement.coacheeIds], outcome: 'done', ...(view ? { engagement: view } : {}) }];
  });
  return { results };
}

function record({ call, draft, settings, group, template, people }: Making, party: readonly Id[]): EngagementRecord {
  const { title, ...others } = settings;
  const names = party.map((id) => people.get(id)?.name ?? '');
  const groupNames = group !== null && party.length > 1 ? [group.name] : names;
  return newEngagement(
    {
      ...others,
      title: title ?? defaultTitle(groupNames, template?.name ?? null),
      coachId: draft.coachId,
      coacheeIds: party,
      groupId: group?.id ?? null,
    },
    call.newId(),
    { by: call.viewer.id, at: call.at },
  );
}

/** Keeps new engagements with the items that the template puts in them. */
async function keep({ call, template }: Making, records: EngagementRecord[]): Promise<Map<Id, EngagementWork>> {
  const doing = { by: call.viewer.id, at: call.at };
  await insertNew(call.tx, 'engagement', ...records);
  const works = await takeUp(call, records);
  if (template !== null) {
    for (const work of works.values()) {
      for (const item of itemsFromTemplate(template.content, work.engagement.id, call.newId, doing)) {
        const [fault] = faultsOfDatesIn(item, work.engagement, clockOf(work));
        if (fault !== undefined)
          throw validation([
            { ...fault, pointer: '/templateId', message: `leads to a date of “${item.title}” that ${fault.message}` },
          ]);
        work.items.set(item.id, item);
      }
    }
    await keepEngagements(call, works.values());
  }
  return works;
}

function templateSettings(template: Making['template']): EngagementPatch {
  if (template === null) return {};
  const { title, selfScheduling, welcome } = template.content;
  return {
    ...(title === undefined ? {} : { title }),
    ...(selfScheduling === undefined ? {} : { selfScheduling }),
    ...(welcome === undefined ? {} : { welcome }),
  };
}

async function groupFor(call: Call, { groupId }: EngagementDraft): Promise<Group | null> {
  if (groupId === undefined) return null;
  const group = await lookUp(call, 'group', groupId);
  const refuse = (code: string, message: string) => validation([{ pointer: '/groupId', code, message }]);
  if (group === null) throw refuse('unknown-group', 'must be a group of the workspace');
  if (group.memberIds.length === 0) throw refuse('empty-group', 'must be a group that has somebody in it');
  if (group.memberIds.length > COACHEES_LIMIT) throw refuse('too-big', `must have at most ${COACHEES_LIMIT} people`);
  return group;
}

async function templateFor(call: Call, id: Id | null): Promise<Making['template']> {
  if (id === null) return null;
  const template = canSeeTemplates(call.access.viewer) ? await lookUp(call, 'template', id) : null;
  const refuse = (code: string, message: string) => validation([{ pointer: '/templateId', code, message }]);
  if (!template || template.deleted !== null) throw refuse('unknown-template', 'must be a template of the workspace');
  const { name, content } = template;
  if (content.kind !== 'engagement') throw refuse('engagement-template-only', 'must be a template of engagements');
  const refusal = refusalOfFaults(
    templateFaults(content).map((fault) => ({
      ...fault,
      pointer: '/templateId',
      message: `${fault.pointer} of the template ${fault.message}`,
    })),
  );
  if (refusal !== null) throw refusal;
  return { name, content };
}
