// What credentials let their holder write narrows what the rules let them, and says so in the same place.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Container, type Reach, type RuleName, withinReach, type WrittenSide } from '@followthrough/core/domain';

const ROOM: Container = { type: 'room', id: 'r' };
const nothing: Reach = () => false;
const rooms: Reach = (side, place) => side === 'rooms' && place?.id === 'r';

const CASES: readonly [Reach | undefined, WrittenSide, Container | null, true | RuleName, true | RuleName][] = [
  [undefined, 'rooms', ROOM, true, true],
  [undefined, 'rooms', ROOM, 'room-member', 'room-member'],
  [nothing, 'rooms', ROOM, true, 'insufficient-scope'],
  // Who may not by the rules is told the rule: other credentials would not help.
  [nothing, 'rooms', ROOM, 'room-member', 'room-member'],
  [rooms, 'rooms', ROOM, true, true],
  [rooms, 'rooms', null, true, 'insufficient-scope'],
  [rooms, 'rooms', { type: 'room', id: 'other' }, true, 'insufficient-scope'],
  [rooms, 'actions', ROOM, true, 'insufficient-scope'],
];

describe('what credentials reach', () => {
  for (const [reach, side, place, answer, expected] of CASES) {
    it(`${reach?.name ?? 'all'}: ${side} of ${place?.id ?? 'no place'}, where the rules say ${answer}: ${expected}`, () => {
      assert.equal(withinReach({ reach }, side, place, answer), expected);
    });
  }
});
