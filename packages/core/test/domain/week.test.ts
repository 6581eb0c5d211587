import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { firstWeekday } from '@followthrough/core/domain';

type WeekInfo = (this: Intl.Locale) => { firstDay: number };
const proto = Intl.Locale.prototype as { getWeekInfo?: WeekInfo };
const getWeekInfo = proto.getWeekInfo;

/** What this runtime, which knows, says of every region there is; ZZ is none. */
function known(): [region: string, firstDay: number][] {
  assert.ok(getWeekInfo);
  const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index));
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  const regions = codes.filter((code) => code !== 'ZZ');
  return regions.map((region) => [region, getWeekInfo.call(new Intl.Locale(`und-${region}`)).firstDay]);
}

describe('Where the runtime does not tell when weeks begin', () => {
  const forget = () => {
    delete proto.getWeekInfo;
  };
  afterEach(() => {
    if (getWeekInfo) Object.defineProperty(proto, 'getWeekInfo', { value: getWeekInfo, configurable: true });
  });

  for (const [locale, expected] of [
    ['de-DE', 1],
    ['en-GB', 1],
    ['en-US', 7],
    ['en-DE', 1],
    ['he-IL', 7],
    ['ar-EG', 6],
    ['pt-BR', 7],
    ['fa-IR', 6],
    ['dv-MV', 5],
    ['zh-Hant-TW', 7],
    // The language's own region, where none is said.
    ['en', 7],
    ['ar', 6],
    ['ja', 7],
    ['de', 1],
    // The world, and a continent.
    ['en-001', 1],
    ['es-419', 1],
    ['not a locale', 1],
    ['', 1],
  ] as const) {
    it(`they begin on ${expected} in ${JSON.stringify(locale)}`, () => {
      forget();
      assert.equal(firstWeekday(locale), expected);
    });
  }

  it('they begin in every region as CLDR says', () => {
    const regions = known();
    assert.ok(regions.some(([, day]) => day === 7) && regions.some(([, day]) => day === 6));
    forget();
    const told = regions.map(([region]): [string, number] => [region, firstWeekday(`und-${region}`)]);
    assert.deepEqual(told, regions);
  });
});
