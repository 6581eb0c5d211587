import { expect } from '@open-wc/testing';
import { TEXT_LIMITS as SCHEMA_LIMITS, titleSchema } from '@followthrough/core/schema';
import { isTooLong, TEXT_LIMITS } from '../../src/parts/text-limits.ts';

describe('the limits of what is written', () => {
  it('are those of the schema', () => {
    for (const [field, limit] of Object.entries(TEXT_LIMITS)) {
      expect(limit, field).to.equal(SCHEMA_LIMITS[field as keyof typeof TEXT_LIMITS]);
    }
  });

  for (const text of ['x'.repeat(500), 'x'.repeat(501), '🙂'.repeat(500), '🙂'.repeat(501)]) {
    const what = `${Array.from(text).length} of ${text.codePointAt(0) === 120 ? 'a letter' : 'an emoji'}`;
    it(`agree with the schema on ${what}`, () => {
      expect(isTooLong('title', text)).to.equal(!titleSchema.safeParse(text).success);
    });
  }
});
