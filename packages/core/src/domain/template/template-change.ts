// How a template comes to be and changes, and who may do so (rulebook §6.1): made by admins, and by a member of a room from
// its plan; used by anybody of our team; changed and deleted by admins and whoever made it. Guests see none.
import type { Id, Template, TemplateContent, TemplatePatch, TemplateRecord } from '../../schema/index.ts';
import type { Doing } from '../action-change.ts';
import { withinReach, type WrittenSide } from '../reach.ts';
import type { RuleName } from '../rule.ts';
import { isSameValue } from '../same-value.ts';
import type { Viewer } from '../viewer.ts';

type Answer = true | RuleName;

/** Whether the viewer sees templates at all. */
export function canSeeTemplates({ role }: Viewer): boolean {
  return role !== 'guest';
}

/** Whether the viewer may make a template out of nothing; of a room's plan its members may. */
export function mayCreateTemplate({ role }: Viewer): Answer {
  return role === 'admin' || 'template-maker';
}

/** What templates of this kind are part of. */
function sideOf({ kind }: Pick<TemplateContent, 'kind'>): WrittenSide {
  return kind === 'room' ? 'rooms' : 'engagements';
}

/** Whether the viewer may change or delete a template. */
export function mayChangeTemplate(
  { createdBy, content }: Pick<TemplateRecord, 'createdBy' | 'content'>,
  viewer: Viewer,
): Answer {
  const isTheirs = viewer.role === 'admin' || (viewer.role === 'member' && createdBy === viewer.personId);
  return withinReach(viewer, sideOf(content), null, isTheirs || 'template-changer');
}

/** What the viewer may do with a template that they see. */
export function templatePermissionsOf(
  template: Pick<TemplateRecord, 'createdBy' | 'content'>,
  viewer: Viewer,
): Template['may'] {
  const allowed = mayChangeTemplate(template, viewer);
  return { edit: allowed, delete: allowed };
}

/** The record of a new template. */
export function newTemplate(name: string, content: TemplateContent, id: Id, { by, at }: Doing): TemplateRecord {
  const made = { createdBy: by, createdAt: at, updatedAt: at, updatedBy: by, version: 1 };
  return { id, name, content, ...made, deleted: null };
}

/** The template after an edit; the very same where it changes nothing. */
export function applyTemplatePatch(template: TemplateRecord, patch: TemplatePatch, doing: Doing): TemplateRecord {
  const { name = template.name, content = template.content } = patch;
  if (name === template.name && isSameValue(content, template.content)) return template;
  return written(template, { name, content }, doing);
}

/** The template deleted; restored within 30 days it is as it was. */
export function deletedTemplate(template: TemplateRecord, { by, at }: Doing): TemplateRecord {
  return written(template, { deleted: { at, by } }, { by, at });
}

/** The template brought back; the very same where it was not deleted. */
export function restoredTemplate(template: TemplateRecord, doing: Doing): TemplateRecord {
  return template.deleted === null ? template : written(template, { deleted: null }, doing);
}

function written(template: TemplateRecord, fields: Partial<TemplateRecord>, { by, at }: Doing): TemplateRecord {
  return { ...template, ...fields, updatedAt: at, updatedBy: by, version: template.version + 1 };
}
