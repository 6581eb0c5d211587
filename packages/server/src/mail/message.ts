// The words of a message (rulebook §7): who did what, with which engagements, and where they are. What was shared with a person at one
// stroke is told in one message. What people wrote goes in as text alone, and nothing of what is in an engagement does.
import type { Letter, News } from '@followthrough/core/local-backend';
import type { Person } from '@followthrough/core/schema';
import type { Message } from './mailer.ts';

/**
 * Where in the host's pages an engagement is: an address in which `{id}` and `{role}` (`coach` or `coachee`) are filled in. Null:
 * messages carry no link.
 */
export type LinkTemplate = string | null;

/** One address and no more: what is written beside it would name others. */
const ADDRESS = /^[^\s@<>(),;:\\"[\]]{1,64}@[^\s@<>(),;:\\"[\]]{1,255}$/;
const LONGEST_SUBJECT = 150;
/** Coachees that are named. */
const NAMED = 3;

/** What is told in one breath: one thing, or several of a kind. */
interface Paragraph {
  subject: string;
  lead: string;
  /** What it means to its reader. */
  what: string;
  news: readonly News[];
}

/** The message of a letter; null where its address is none. */
export function messageOf({ to, workspace, news }: Letter, link: LinkTemplate): Message | null {
  const [first] = news;
  if (!first || !ADDRESS.test(to.email)) return null;
  const groups = Map.groupBy(news, ({ notification, role }) => `${notification.kind} ${role}`);
  const paragraphs = [...groups.values()].map(paragraphOf);
  const [only] = paragraphs;
  const subject = paragraphs.length === 1 && only ? only.subject : `News of ${news.length} engagements`;
  const parts = { greeting: `Hello ${to.name},`, paragraphs, signature: workspace.name, link };
  return {
    id: first.notification.id,
    to: { name: oneLine(to.name), address: to.email },
    subject: shortened(oneLine(subject)),
    text: textOf(parts),
    html: htmlOf(parts),
  };
}

interface Parts {
  greeting: string;
  paragraphs: readonly Paragraph[];
  signature: string;
  link: LinkTemplate;
}

function textOf({ greeting, paragraphs, signature, link }: Parts): string {
  const told = paragraphs.flatMap(({ lead, what, news }) => [
    lead,
    what,
    news
      .flatMap((one) => {
        const address = addressOf(one, link);
        return [...(news.length > 1 ? [`- ${nameOf(one)}`] : []), ...(address === null ? [] : [address])];
      })
      .join('\n'),
  ]);
  return `${[greeting, ...told, signature].filter((line) => line !== '').join('\n\n')}\n`;
}

function htmlOf({ greeting, paragraphs, signature, link }: Parts): string {
  const told = paragraphs.flatMap(({ lead, what, news }) => {
    const lines = news.flatMap((one) => {
      const address = addressOf(one, link);
      const name = news.length > 1 ? nameOf(one) : 'Open the engagement';
      if (address === null) return news.length > 1 ? [escaped(name)] : [];
      return [`<a href="${escaped(address)}">${escaped(name)}</a>`];
    });
    const list = news.length > 1 ? [`<ul>${lines.map((line) => `<li>${line}</li>`).join('')}</ul>`] : [];
    return [
      `<p>${escaped(lead)}</p>`,
      `<p>${escaped(what)}</p>`,
      ...(news.length > 1 ? list : lines.map((line) => `<p>${line}</p>`)),
    ];
  });
  return [`<p>${escaped(greeting)}</p>`, ...told, `<p>${escaped(signature)}</p>`].join('\n');
}

function paragraphOf(news: readonly News[]): Paragraph {
  const [first, second] = news;
  if (!first) throw new TypeError('There is nothing to tell.');
  const { kind, engagement } = first.notification;
  const one = second === undefined;
  const title = `“${engagement.title}”`;
  const coachees = namesOf(first.coachees);
  const by = news.every(({ by: who }) => who?.id === first.by?.id) ? (first.by?.name ?? null) : null;
  const lead = (did: string, is: string) => (by === null ? `${is}.` : `${by} ${did}.`);
  if (kind === 'engagement.activated')
    return {
      news,
      subject: one ? `${engagement.title} is active` : `${news.length} engagements are active`,
      lead: one
        ? lead(
            `made the coaching engagement ${title} with ${coachees} active`,
            `The coaching engagement ${title} is active`,
          )
        : lead(`made ${news.length} coaching engagements active`, `${news.length} coaching engagements are active`),
      what: one
        ? 'You are its coach: you can schedule its items now. Its coachees do not see it until it is shared with them.'
        : 'You are their coach: you can schedule their items now. Coachees do not see them until they are shared.',
    };
  if (first.role === 'coach')
    return {
      news,
      subject: one
        ? `${engagement.title} is shared with ${coachees}`
        : `${news.length} engagements are shared with their coachees`,
      lead: one
        ? lead(
            `shared the coaching engagement ${title} with ${coachees}`,
            `The coaching engagement ${title} is shared with ${coachees}`,
          )
        : lead(
            `shared ${news.length} coaching engagements with their coachees`,
            `${news.length} coaching engagements are shared with their coachees`,
          ),
      what: `You are ${one ? 'its' : 'their'} coach: what you schedule is theirs to see from now on.`,
    };
  return {
    news,
    subject: one ? `${engagement.title} is shared with you` : `${news.length} engagements are shared with you`,
    lead: one
      ? lead(`shared the coaching engagement ${title} with you`, `The coaching engagement ${title} is shared with you`)
      : lead(
          `shared ${news.length} coaching engagements with you`,
          `${news.length} coaching engagements are shared with you`,
        ),
    what: `You find in ${one ? 'it' : 'them'} what your coach scheduled for you.`,
  };
}

/** The engagement in a list of several. */
function nameOf({ notification, coachees }: News): string {
  const { title } = notification.engagement;
  return coachees.length === 0 ? title : `${title}, with ${namesOf(coachees)}`;
}

function namesOf(people: readonly Person[]): string {
  const names = people.slice(0, NAMED).map(({ name }) => name);
  const others = people.length - names.length;
  if (others > 0) return `${names.join(', ')} and ${others} more`;
  const last = names.pop() ?? 'its coachees';
  return names.length === 0 ? last : `${names.join(', ')} and ${last}`;
}

function addressOf({ notification, role }: News, link: LinkTemplate): string | null {
  const id = encodeURIComponent(notification.engagement.id);
  return link?.replaceAll('{id}', id).replaceAll('{role}', role) ?? null;
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
