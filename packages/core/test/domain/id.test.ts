import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { idSchema } from '@followthrough/core/schema';
import { formatInstant, parseInstant, uuidV7 } from '@followthrough/core/domain';

const filled = (value: number) => (bytes: number) => new Uint8Array(bytes).fill(value);
const randomBytes = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));

describe('A UUIDv7', () => {
  it('holds the time, its version and variant, and else what is random', () => {
    // The example of RFC 9562, appendix A.6: 2022-02-22T19:22:22Z.
    const random = Uint8Array.of(0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f);
    assert.equal(
      uuidV7(0x017f22e279b0, () => random),
      '017f22e2-79b0-7cc3-98c4-dc0c0c07398f',
    );
    assert.equal(uuidV7(0, filled(0)), '00000000-0000-7000-8000-000000000000');
    assert.equal(uuidV7(0, filled(0xff)), '00000000-0000-7fff-bfff-ffffffffffff');
  });

  it('grows with time and is an id', () => {
    fc.assert(
      fc.property(fc.nat({ max: 8_000_000_000_000 }), fc.integer({ min: 1, max: 1e9 }), (now, later) => {
        const first = uuidV7(now, randomBytes);
        assert.ok(first < uuidV7(now + later, randomBytes));
        assert.match(first, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
        assert.equal(idSchema.safeParse(first).success, true);
      }),
    );
  });

  it('is another each time', () => {
    assert.equal(new Set(Array.from({ length: 2000 }, () => uuidV7(1, randomBytes))).size, 2000);
  });
});

describe('An instant', () => {
  for (const [written, epoch] of [
    ['1970-01-01T00:00:00Z', 0],
    ['1970-01-01T00:00:01.5Z', 1500],
    ['2026-05-13T09:30:00Z', Date.UTC(2026, 4, 13, 9, 30)],
    ['2026-05-13T09:30Z', Date.UTC(2026, 4, 13, 9, 30)],
    ['2026-05-13T09:30:00.123456Z', Date.UTC(2026, 4, 13, 9, 30, 0, 123)],
  ] as const) {
    it(`${written} is ${epoch} ms`, () => {
      assert.equal(parseInstant(written), epoch);
    });
  }

  it('is written and read as the platform does', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 7_258_118_399_999 }), (epoch) => {
        assert.equal(formatInstant(epoch), new Date(epoch).toISOString());
        assert.equal(parseInstant(formatInstant(epoch)), epoch);
      }),
      { numRuns: 2000 },
    );
  });
});
