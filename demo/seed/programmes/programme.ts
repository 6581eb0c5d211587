// How the demo's engagement programmes are told: an item a line, in days from the programme's start.
import type { TemplateContent } from '@followthrough/core/schema';

type EngagementContent = Extract<TemplateContent, { kind: 'engagement' }>;
type ProgrammeItem = EngagementContent['items'][number];

export interface SeedProgramme {
  id: string;
  name: string;
  /** How many days it takes. */
  days: number;
  selfScheduling: boolean;
  welcome: { title: string; message: string };
  items: readonly ProgrammeItem[];
}

/** So many working days after the start. */
const after = (amount: number) =>
  ({ type: 'relative', amount, unit: 'businessDay', anchor: { type: 'engagementStart' } }) as const;

/** When an item is out and due: on its days, at once and due on a day, or not said. */
interface Times {
  out?: number | 'at once';
  due?: number;
}

function timed({ out, due }: Times): Pick<ProgrammeItem, 'release' | 'due'> {
  return {
    release: out === undefined ? null : out === 'at once' ? { type: 'immediately' } : { type: 'on', rule: after(out) },
    due: due === undefined ? null : after(due),
  };
}

export function session(
  key: string,
  title: string,
  { minutes, self = null, about }: { minutes: number; self?: boolean | null; about?: string },
): ProgrammeItem {
  const description = about === undefined ? {} : { description: about };
  return {
    key,
    title,
    content: { kind: 'session', place: 'https://meet.alder.example/room', ...description },
    duration: minutes,
    selfScheduling: self,
    release: null,
    due: null,
  };
}

export function assessment(
  key: string,
  title: string,
  { about, questions, ...times }: Times & { about: string; questions: readonly (string | [string, string[]])[] },
): ProgrammeItem {
  return {
    key,
    title,
    content: {
      kind: 'assessment',
      description: about,
      questions: questions.map((question, at) => {
        const key = `q${at + 1}`;
        if (Array.isArray(question)) return { key, type: 'choice', text: question[0], options: question[1] };
        return question.endsWith('(1–5)')
          ? { key, type: 'scale', text: question.slice(0, -6) }
          : { key, type: 'text', text: question };
      }),
    },
    ...timed(times),
  };
}

export function file(
  key: string,
  title: string,
  { name, size, about, ...times }: Times & { name: string; size: number; about: string },
): ProgrammeItem {
  return {
    key,
    title,
    content: {
      kind: 'file',
      description: about,
      name,
      size,
      mediaType: 'application/pdf',
      url: `https://files.alder.example/${name}`,
    },
    ...timed(times),
  };
}

export function link(
  key: string,
  title: string,
  { url, about, ...times }: Times & { url: string; about: string },
): ProgrammeItem {
  return { key, title, content: { kind: 'link', description: about, url }, ...timed(times) };
}

export function action(key: string, title: string, { about, ...times }: Times & { about: string }): ProgrammeItem {
  return { key, title, content: { kind: 'action', description: about }, ...timed(times) };
}

export function feedback(key: string, title: string, { prompt, ...times }: Times & { prompt: string }): ProgrammeItem {
  return { key, title, content: { kind: 'feedback', prompt }, ...timed(times) };
}

/** What is written to make the template. */
export function programmeContent({ selfScheduling, welcome, items }: SeedProgramme): EngagementContent {
  return { kind: 'engagement', selfScheduling, welcome, items: [...items] };
}
