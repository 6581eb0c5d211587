// What a coachee writes is kept as they go, and once it is handed in nothing that was still on its way takes that back.
import { expect } from '@open-wc/testing';
import type { ItemCompletion, OpenItem } from '@followthrough/core/schema';
import { ResponseSession } from '../../src/engagement-timeline/response-session.ts';

type Saved = Pick<ItemCompletion, 'answers' | 'text'>;

const item = {
  kind: 'assessment',
  content: {
    kind: 'assessment',
    questions: [
      { key: 'a', type: 'text', text: 'One?' },
      { key: 'b', type: 'text', text: 'Two?' },
    ],
  },
  responses: [],
} as unknown as OpenItem;

function session() {
  const saves: { response: Saved; answer: () => void }[] = [];
  const made = new ResponseSession(item, 'ben', {
    save: (response) => new Promise<void>((answer) => saves.push({ response, answer })),
    changed: () => undefined,
  });
  return { made, saves };
}

describe('what a coachee writes', () => {
  it('is kept again where more was written while it was on its way', async () => {
    const { made, saves } = session();
    made.writeAnswer('a', 'First');
    const kept = made.keep();
    made.writeAnswer('b', 'Second');
    saves[0]?.answer();
    await kept;
    expect(made.state).to.equal('dirty');
    void made.keep();
    expect(saves[1]?.response.answers?.map(({ text }) => text)).to.deep.equal(['First', 'Second']);
  });

  it('is not kept any more once it is handed in, whatever was on its way', async () => {
    const { made, saves } = session();
    made.writeAnswer('a', 'First');
    const kept = made.keep();
    made.writeAnswer('b', 'Second');
    made.handedIn();
    saves[0]?.answer();
    await kept;
    expect(made.state).to.equal('clean');
    await made.keep();
    expect(saves).to.have.length(1);
  });

  it('is kept as before where it was not taken', () => {
    const { made, saves } = session();
    made.writeAnswer('a', 'First');
    made.handedIn();
    made.notHandedIn();
    void made.keep();
    expect(saves).to.have.length(1);
  });

  it('is kept once more where it is written again after it was handed in', () => {
    const { made, saves } = session();
    made.writeAnswer('a', 'First');
    made.handedIn();
    made.writeAnswer('a', 'Better');
    void made.keep();
    expect(saves[0]?.response.answers?.[0]?.text).to.equal('Better');
  });
});
