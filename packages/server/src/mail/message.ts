// The words of a message (rulebook §7): who did what, with which engagement, and where it is. What people wrote goes in as text
// alone, and nothing of what is in the engagement does.
import type { Letter } from '@followthrough/core/local-backend';
import type { Message } from './mailer.ts';

/**
 * Where in the host's pages an engagement is: an address in which `{id}` and `{role}` (`coach` or `coachee`) are filled in. Null:
 * messages carry no link.
 */
export type LinkTemplate = string | null;

/** One address and no more: what is written beside it would name others. */
const ADDRESS = /^[^\s@<>(),;:\\"[\]]{1,64}@[^\s@<>(),;:\\"[\]]{1,255}$/;
const LONGEST_SUBJECT = 150;

/** The message of a letter; null where its address is none. */
export function messageOf(letter: Letter, link: LinkTemplate): Message | null {
  const { to, notification, role, workspace } = letter;
  if (!ADDRESS.test(to.email)) return null;
  const words = wordsOf(letter);
  const { id } = notification.engagement;
  const address = link?.replaceAll('{id}', encodeURIComponent(id)).replaceAll('{role}', role) ?? null;
  const paragraphs = [`Hello ${to.name},`, words.lead, words.what];
  return {
    id: notification.id,
    to: { name: oneLine(to.name), address: to.email },
    subject: shortened(oneLine(words.subject)),
    text: `${[...paragraphs, ...(address === null ? [] : [address]), workspace.name].join('\n\n')}\n`,
    html: [
      ...paragraphs.map((paragraph) => `<p>${escaped(paragraph)}</p>`),
      ...(address === null ? [] : [`<p><a href="${escaped(address)}">Open the engagement</a></p>`]),
      `<p>${escaped(workspace.name)}</p>`,
    ].join('\n'),
  };
}

function wordsOf({ notification, by, role }: Letter): { subject: string; lead: string; what: string } {
  const { kind, engagement } = notification;
  const title = `“${engagement.title}”`;
  if (kind === 'engagement.activated')
    return {
      subject: `${engagement.title} is active`,
      lead: by
        ? `${by.name} made the coaching engagement ${title} active.`
        : `The coaching engagement ${title} is active.`,
      what: 'You are its coach: you can schedule its items now. Its coachees do not see it until it is shared with them.',
    };
  if (role === 'coach')
    return {
      subject: `${engagement.title} is shared with its coachees`,
      lead: by
        ? `${by.name} shared the coaching engagement ${title} with its coachees.`
        : `The coaching engagement ${title} is shared with its coachees.`,
      what: 'You are its coach: what you schedule is theirs to see from now on.',
    };
  return {
    subject: `${engagement.title} is shared with you`,
    lead: by
      ? `${by.name} shared the coaching engagement ${title} with you.`
      : `The coaching engagement ${title} is shared with you.`,
    what: 'You find in it what your coach scheduled for you.',
  };
}

function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}

function shortened(text: string): string {
  const characters = Array.from(text);
  return characters.length <= LONGEST_SUBJECT ? text : `${characters.slice(0, LONGEST_SUBJECT - 1).join('')}…`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
