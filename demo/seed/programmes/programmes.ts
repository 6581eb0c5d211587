// The demo's five engagement programmes.
import { action, assessment, feedback, file, link, type SeedProgramme, session } from './programme.ts';

export const PROGRAMMES: readonly SeedProgramme[] = [
  {
    id: 'leading-for-the-first-time',
    name: 'Leading for the first time',
    days: 91,
    selfScheduling: true,
    welcome: {
      title: 'Welcome to your first three months of leading',
      message:
        'You will meet your coach six times. Between the sessions there is a little to read, to try and to write down.\n\nStart with the questions below: ten minutes, and your coach reads them before you meet.',
    },
    items: [
      assessment('where-you-stand', 'Where you stand', {
        out: 'at once',
        due: 5,
        about: 'Your coach reads this before the first session. There are no right answers.',
        questions: [
          'What made you say yes to leading this team?',
          'How sure are you of what is expected of you? (1–5)',
          'How easy is it for you to hand work over? (1–5)',
          [
            'Which would you rather work on first?',
            ['Handing work over', 'Hard conversations', 'My own time', 'Hiring'],
          ],
        ],
      }),
      session('first', 'Getting to know each other', {
        minutes: 60,
        about: 'What you want to be different in three months, and how we will notice.',
      }),
      file('handbook', 'Handbook for new leads', {
        out: 'at once',
        name: 'handbook-for-new-leads.pdf',
        size: 1_482_330,
        about: 'Forty pages; read the first ten now.',
      }),
      action('ask-three', 'Ask three people what they need from you', {
        out: 6,
        due: 15,
        about: 'One of your team, one beside you, your own manager. Write their words down, not yours.',
      }),
      session('second', 'Handing work over', { minutes: 60 }),
      link('delegation', 'Six ways to hand work over', {
        out: 20,
        due: 28,
        url: 'https://library.alder.example/handing-over',
        about: 'A short reading with an exercise at its end.',
      }),
      session('third', 'A conversation that you put off', { minutes: 60 }),
      action('have-it', 'Have the conversation', { about: 'The one you chose in the session.' }),
      session('fourth', 'Your week', { minutes: 30 }),
      session('fifth', 'What the team says', { minutes: 60 }),
      assessment('where-you-stand-now', 'Where you stand now', {
        about: 'The same questions as at the start.',
        questions: [
          'What has changed?',
          'How sure are you of what is expected of you? (1–5)',
          'How easy is it for you to hand work over? (1–5)',
        ],
      }),
      session('last', 'Looking back, looking on', { minutes: 60 }),
      feedback('for-alder', 'How was it?', {
        prompt: 'What helped, what did not, and what would you tell the next one?',
      }),
    ],
  },
  {
    id: 'first-hundred-days',
    name: 'First hundred days',
    days: 100,
    selfScheduling: false,
    welcome: {
      title: 'Your first hundred days',
      message: 'A new role is decided early. Four sessions, one map of the people who matter, and one plan on a page.',
    },
    items: [
      session('map', 'Who matters', { minutes: 60, about: 'Bring an organisation chart, however rough.' }),
      file('canvas', 'Map of people, to fill in', {
        out: 'at once',
        due: 8,
        name: 'map-of-people.pdf',
        size: 218_004,
        about: 'Print it; pencil is better than a pen.',
      }),
      action('meet-eight', 'Meet eight people from the map', {
        out: 5,
        due: 25,
        about: 'Half an hour each, and listen.',
      }),
      session('plan', 'A plan on a page', { minutes: 90 }),
      action('plan-page', 'Write the plan on one page', { out: 30, due: 40, about: 'Then show it to your manager.' }),
      session('halfway', 'Halfway', { minutes: 60, self: true }),
      link('early-wins', 'Early wins that are not traps', {
        url: 'https://library.alder.example/early-wins',
        about: 'Twelve minutes.',
      }),
      session('hundred', 'Day one hundred', { minutes: 60 }),
      feedback('words', 'In your own words', { prompt: 'What would you do differently in the first week?' }),
    ],
  },
  {
    id: 'sparring',
    name: 'Sparring for executives',
    days: 182,
    selfScheduling: true,
    welcome: { title: 'Sparring', message: 'No programme beyond this: book a session when something weighs on you.' },
    items: [
      session('one', 'Sparring 1', { minutes: 90 }),
      session('two', 'Sparring 2', { minutes: 90 }),
      session('three', 'Sparring 3', { minutes: 90 }),
      session('four', 'Sparring 4', { minutes: 90 }),
      feedback('close', 'Before you go', { prompt: 'What was worth your time?' }),
    ],
  },
  {
    id: 'team-in-the-room',
    name: 'A team in one room',
    days: 70,
    selfScheduling: false,
    welcome: {
      title: 'Your team, in one room',
      message: 'Everybody answers for themselves before the first day; nobody sees another’s answers.',
    },
    items: [
      assessment('as-you-see-it', 'The team as you see it', {
        out: 'at once',
        due: 7,
        about: 'Read by the coach alone.',
        questions: [
          'How freely do people say what they think? (1–5)',
          'How clear is who decides what? (1–5)',
          'What would you not want to lose?',
        ],
      }),
      session('day-one', 'Day one', { minutes: 480, about: 'In the garden house, from nine.' }),
      action('agreement', 'Keep one agreement for two weeks', { out: 12, due: 22, about: 'Yours, from the wall.' }),
      session('check', 'Checking in', { minutes: 60 }),
      file('notes', 'Notes from day one', {
        name: 'notes-from-day-one.pdf',
        size: 640_912,
        about: 'Photographs of the walls, typed up.',
      }),
      session('day-two', 'Day two', { minutes: 240 }),
      feedback('team-words', 'What has changed?', { prompt: 'One thing that is different, one that is not.' }),
    ],
  },
  {
    id: 'returning',
    name: 'Returning to work',
    days: 42,
    selfScheduling: true,
    welcome: {
      title: 'Good to have you back',
      message: 'Three short sessions around your return. What is said in them stays in them.',
    },
    items: [
      session('before', 'Before you come back', { minutes: 45, self: true }),
      link('rights', 'What you can ask for', {
        out: 'at once',
        url: 'https://library.alder.example/returning',
        about: 'Hours, place, and who decides.',
      }),
      session('week-two', 'In the second week', { minutes: 45 }),
      action('talk-hours', 'Settle your hours with your manager', {
        out: 8,
        due: 14,
        about: 'In writing, however short.',
      }),
      session('week-six', 'In the sixth week', { minutes: 45 }),
      feedback('returned', 'How did it go?', { prompt: 'What made coming back easier, and what made it harder?' }),
    ],
  },
];
