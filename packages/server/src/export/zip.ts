// A zip file written as its entries come: no entry and no file is ever there as a whole. Sizes and checksums follow the data
// of each entry, since they are not known before; times are the same for all, so that the same entries make the same file.
import { pipeline } from 'node:stream/promises';
import { crc32, createDeflateRaw } from 'node:zlib';

export interface ZipEntry {
  /** Its path in the file; ASCII. */
  path: string;
  data: Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
}

/** What is known of an entry once its data has gone by. */
interface Written {
  path: string;
  /** Where it begins in the file. */
  offset: number;
  checksum: number;
  packed: number;
  size: number;
}

/** A number of two or four bytes, the least first. */
type Field = readonly [bytes: 2 | 4, value: number];

const LOCAL: Field = [4, 0x04034b50];
const DESCRIPTOR: Field = [4, 0x08074b50];
const CENTRAL: Field = [4, 0x02014b50];
const END: Field = [4, 0x06054b50];
const VERSION: Field = [2, 20];
/** Sizes follow the data; packed by deflate; made on 1 January 1980, the first day that the format knows. */
const HOW: readonly Field[] = [
  [2, 0x0008],
  [2, 8],
  [2, 0],
  [2, 0x0021],
];
const NONE: Field = [2, 0];
const LARGEST = 0xffff_ffff;

/**
 * The bytes of the file. What an entry's data rejects with, this rejects with.
 * @throws RangeError where it grows past 4 GiB, which the format does not hold
 */
export async function* zipped(entries: Iterable<ZipEntry>): AsyncGenerator<Uint8Array<ArrayBuffer>, void, void> {
  const list: Written[] = [];
  let offset = 0;
  const counted = (bytes: Uint8Array<ArrayBuffer>) => {
    offset += bytes.length;
    if (offset > LARGEST) throw new RangeError('A file of this kind holds 4 GiB at most.');
    return bytes;
  };
  for (const { path, data } of entries) {
    const entry: Written = { path, offset, checksum: 0, packed: 0, size: 0 };
    yield counted(record([LOCAL, VERSION, ...HOW, ...outcomeOf(entry), [2, path.length], NONE], path));
    for await (const chunk of deflated(data, entry)) yield counted(chunk);
    yield counted(record([DESCRIPTOR, ...outcomeOf(entry)]));
    list.push(entry);
  }
  const start = offset;
  for (const entry of list) {
    const { path } = entry;
    const name: Field[] = [[2, path.length], NONE, NONE];
    const place: Field[] = [NONE, NONE, [4, 0], [4, entry.offset]];
    yield counted(record([CENTRAL, VERSION, VERSION, ...HOW, ...outcomeOf(entry), ...name, ...place], path));
  }
  const count: Field = [2, list.length];
  yield record([END, NONE, NONE, count, count, [4, offset - start], [4, start], NONE]);
}

/** The data, packed; its checksum and sizes are told to the entry on the way. */
async function* deflated(data: ZipEntry['data'], entry: Written): AsyncGenerator<Uint8Array<ArrayBuffer>, void, void> {
  const deflate = createDeflateRaw();
  const plain = async function* () {
    for await (const chunk of data) {
      entry.checksum = crc32(chunk, entry.checksum);
      entry.size += chunk.length;
      yield chunk;
    }
  };
  const pumping = pipeline(plain, deflate);
  // Whoever reads what is packed is told of it; nobody may be reading any more.
  pumping.catch(() => undefined);
  for await (const chunk of deflate as AsyncIterable<Buffer<ArrayBuffer>>) {
    entry.packed += chunk.length;
    yield chunk;
  }
  await pumping;
}

function outcomeOf({ checksum, packed, size }: Written): Field[] {
  if (size > LARGEST) throw new RangeError('A file of this kind holds 4 GiB at most.');
  return [
    [4, checksum],
    [4, packed],
    [4, size],
  ];
}

function record(fields: readonly Field[], path = ''): Uint8Array<ArrayBuffer> {
  const numbers = fields.map(([bytes, value]) => {
    const number = Buffer.alloc(bytes);
    number.writeUIntLE(value, 0, bytes);
    return number;
  });
  return Buffer.concat([...numbers, Buffer.from(path, 'ascii')]);
}
