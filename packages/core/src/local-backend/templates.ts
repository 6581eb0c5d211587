// Templates (rulebook §4, §6.1): made by admins, and by a room's member from its plan; seen and used by anybody of our team;
// changed and deleted by admins and whoever made them. To guests there are none.
import type { TemplateBackend } from '../backend.ts';
import {
  applyTemplatePatch,
  canSeeTemplates,
  checkTemplate,
  dayAt,
  deletedTemplate,
  type Doing,
  formatDay,
  inOrder,
  inPlanOrder,
  isRestorable,
  mayChangeTemplate,
  mayCreateTemplate,
  mayInRoom,
  newTemplate,
  restoredTemplate,
  roomSettingOf,
  templateFaults,
  templateOfEngagement,
  templateOfPlan,
  templatePermissionsOf,
  templateSize,
} from '../domain/index.ts';
import {
  directoryQuerySchema,
  type Id,
  readOnlyFields,
  type Template,
  templateCheckRequestSchema,
  type TemplateContent,
  type TemplateDraft,
  templateDraftSchema,
  templatePatchSchema,
  type TemplateRecord,
  templateSchema,
  type TemplateSummary,
} from '../schema/index.ts';
import { type Call, type Calls, lookUp } from './call.ts';
import { readEngagement } from './engagement-access.ts';
import { standingItems } from './engagement-work.ts';
import { checked, forbidden, notFound, versionConflict } from './failures.ts';
import { pageOfHeld, placed } from './listing.ts';
import { isTextKey, pageOf } from './page.ts';
import { visibleRoom } from './room-access.ts';
import { refusalOfFaults } from './template-use.ts';
import { insertNew, versionOf } from './write.ts';

const READ_ONLY_ON_CREATE = new Set(readOnlyFields(templateSchema, templateDraftSchema));
const READ_ONLY_ON_EDIT = new Set(readOnlyFields(templateSchema, templatePatchSchema));

/** The templates' part of the port. */
export function templatesOf(inCall: Calls): TemplateBackend['templates'] {
  return {
    async list(query = {}, options) {
      const { query: words = '', ...asked } = checked(directoryQuerySchema, query);
      return inCall(async (call) => {
        const page = await pageOf(asked, {
          scope: [call.viewer.id, 'templates', words],
          isKey: isTextKey,
          placed: (template: TemplateRecord) => placed('template', template),
          find: (which) =>
            canSeeTemplates(call.access.viewer)
              ? call.tx.list('template', { query: words }, which)
              : pageOfHeld('template', { query: words }, which, []),
        });
        return { ...page, items: page.items.map((template) => summary(call, template)) };
      }, options);
    },

    get: (id, options) => inCall(async (call) => read(call, await visibleTemplate(call, id)), options),

    async create(draft, options) {
      const written = checked(templateDraftSchema, draft, READ_ONLY_ON_CREATE);
      return inCall(async (call) => {
        const content = await contentOf(call, written);
        const template = newTemplate(written.name, content, written.id ?? call.newId(), doing(call));
        await insertNew(call.tx, 'template', template);
        return read(call, template);
      }, options);
    },

    async update(id, patch, options) {
      const written = checked(templatePatchSchema, patch, READ_ONLY_ON_EDIT);
      const version = versionOf(options);
      return inCall(async (call) => {
        const template = await changeableTemplate(call, id);
        if (written.content !== undefined) assertFaultless(written.content);
        if (version !== template.version) throw versionConflict(read(call, template));
        return keep(call, template, applyTemplatePatch(template, written, doing(call)));
      }, options);
    },

    async remove(id, options) {
      const version = versionOf(options);
      return inCall(async (call) => {
        const template = await changeableTemplate(call, id);
        if (version !== template.version) throw versionConflict(read(call, template));
        await call.tx.replace('template', deletedTemplate(template, doing(call)));
      }, options);
    },

    restore: (id, options) =>
      inCall(async (call) => {
        const template = await lookUp(call, 'template', id);
        if (!template || !canSeeTemplates(call.access.viewer)) throw notFound();
        if (template.deleted !== null) {
          if (!isRestorable(template, call.now)) throw notFound();
          if (template.deleted.by !== call.viewer.id) throw forbidden('deleter-only');
          const allowed = mayChangeTemplate(template, call.access.viewer);
          if (allowed !== true) throw forbidden(allowed);
        }
        return keep(call, template, restoredTemplate(template, doing(call)));
      }, options),

    async check(id, request = {}, options) {
      const asked = checked(templateCheckRequestSchema, request);
      return inCall(async (call) => {
        const { content } = await visibleTemplate(call, id);
        const { timeZone, calendar } = call.workspace;
        return checkTemplate(content, {
          start: asked.start ?? formatDay(dayAt(call.now, timeZone)),
          calendar: asked.calendar ?? calendar,
        });
      }, options);
    },
  };
}

/** What is written into a new template, if the viewer may make it. */
async function contentOf(call: Call, { content, roomId, engagementId }: TemplateDraft): Promise<TemplateContent> {
  const { viewer } = call.access;
  if (content !== undefined || roomId === undefined || !canSeeTemplates(viewer)) {
    const allowed = mayCreateTemplate(viewer);
    if (allowed !== true) throw forbidden(allowed);
  }
  const made =
    content ??
    (engagementId === undefined
      ? await contentOfRoom(call, roomId ?? '')
      : await contentOfEngagement(call, engagementId));
  assertFaultless(made);
  return made;
}

async function contentOfRoom(call: Call, roomId: Id): Promise<TemplateContent> {
  const room = await visibleRoom(call, roomId);
  const allowed = mayInRoom(room, call.access.viewer);
  if (allowed !== true) throw forbidden(allowed);
  const sections = inOrder((await call.tx.find('section', { roomId })).filter(({ deleted }) => deleted === null));
  const actions = inPlanOrder(await call.tx.actionsOfRoom(roomId), sections);
  const named = actions.flatMap(({ assignee }) => (assignee?.type === 'person' ? [assignee.personId] : []));
  const people = named.length > 0 ? await call.tx.find('person', { id: [...new Set(named)] }) : [];
  return templateOfPlan({
    sections,
    actions,
    room,
    people: new Map(people.map((person) => [person.id, person])),
    roomCreated: roomSettingOf(room, call.workspace, call.now).roomCreated ?? '',
  });
}

async function contentOfEngagement(call: Call, id: Id): Promise<TemplateContent> {
  const work = await readEngagement(call, id);
  return templateOfEngagement(work.engagement, standingItems(work));
}

function assertFaultless(content: TemplateContent): void {
  const refusal = refusalOfFaults(templateFaults(content));
  if (refusal !== null) throw refusal;
}

/** The template, if it is there and the viewer sees it. */
async function visibleTemplate(call: Call, id: Id): Promise<TemplateRecord> {
  const template = canSeeTemplates(call.access.viewer) ? await lookUp(call, 'template', id) : null;
  if (!template || template.deleted !== null) throw notFound();
  return template;
}

/** The template, if the viewer sees it and may change it. */
async function changeableTemplate(call: Call, id: Id): Promise<TemplateRecord> {
  const template = await visibleTemplate(call, id);
  const allowed = mayChangeTemplate(template, call.access.viewer);
  if (allowed !== true) throw forbidden(allowed);
  return template;
}

/** Keeps a template as it became, and answers it. */
async function keep(call: Call, before: TemplateRecord, after: TemplateRecord): Promise<Template> {
  if (after !== before) await call.tx.replace('template', after);
  return read(call, after);
}

function read({ access }: Call, { deleted: _, ...template }: TemplateRecord): Template {
  return { ...template, may: templatePermissionsOf(template, access.viewer) };
}

function summary(call: Call, template: TemplateRecord): TemplateSummary {
  const { content, ...told } = read(call, template);
  return { ...told, kind: content.kind, ...templateSize(content) };
}

function doing({ viewer, at }: Call): Doing {
  return { by: viewer.id, at };
}
