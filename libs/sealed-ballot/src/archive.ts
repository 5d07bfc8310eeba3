import { CheckFailed, demand } from './checks.js';
import { sha256Hex } from './hash.js';
import { canonical, parsed, record, readText, textOf, readWhole } from './json.js';
import { sizedTally, sizedTallyFrom } from './tally.js';

/** What happened, in the order of an election (4.4). Shuffles belong to questions that this room has not. */
export type EventType = 'Setup' | 'Ballot' | 'EndBallots' | 'EncryptedTally' | 'PartialDecryption' | 'Result';

/** An event of the archive's chain (4.4), fields in the order of the specification. */
interface ArchiveEvent {
  readonly parent?: string;
  readonly height: number;
  readonly type: EventType;
  readonly payload?: string;
}

const BLOCK = 512;

/** The file that names, by their hashes, the three that an election fixes when it opens (4.4). */
export const setupFile = (election: string, trustees: string, credentials: string): string =>
  JSON.stringify({
    election: sha256Hex(election),
    trustees: sha256Hex(trustees),
    credentials: sha256Hex(credentials),
  });

/**
 * Writes an election's archive (4.4), piece after piece in the order of the election. What is written is never changed:
 * the archive of a later moment begins with that of an earlier one.
 */
export class ArchiveWriter {
  private readonly pieces: Uint8Array[] = [];
  private parent: string | undefined;
  private height = 0;

  /** @param timestamp Unix seconds; the same on every file, so that no vote has a time */
  constructor(private readonly timestamp: number) {
    this.file('BELENIOS', headerFile(timestamp));
  }

  /** Goes on writing an archive that stops before its result. @throws CheckFailed what {@link readArchive} throws */
  static after(bytes: Uint8Array): ArchiveWriter {
    const archive = readArchive(bytes);
    const writer = new ArchiveWriter(archive.timestamp);
    writer.setup(archive.election, archive.trustees, archive.credentials);
    for (const ballot of archive.ballots) writer.ballot(textOf(ballot));
    if (archive.closed) writer.endBallots();
    const { tally } = archive;
    if (tally !== null) writer.encryptedTally(tally.raw, tally.ballots, BigInt(tally.totalWeight));
    for (const { owner, raw } of archive.decryptions) writer.partialDecryption(owner, raw);
    // Another tool may have written the same things otherwise, or the archive is whole already.
    demand(archive.result === null && writer.digest() === sha256Hex(bytes), 'archive-order', 'end');
    return writer;
  }

  setup(election: string, trustees: string, credentials: string): void {
    for (const raw of [election, trustees, credentials]) this.data(raw);
    this.event('Setup', this.data(setupFile(election, trustees, credentials)));
  }

  ballot(raw: string): void {
    this.event('Ballot', this.data(raw));
  }

  endBallots(): void {
    this.event('EndBallots');
  }

  /** @param ballots how many count, after replacements; @param totalWeight the sum of their weights */
  encryptedTally(tally: string, ballots: number, totalWeight: bigint = BigInt(ballots)): void {
    const sized = JSON.stringify(sizedTally(ballots, totalWeight, this.data(tally)));
    this.event('EncryptedTally', this.data(sized));
  }

  /** @param owner the trustee's number, from 1 */
  partialDecryption(owner: number, raw: string): void {
    const owned = JSON.stringify({ owner, payload: this.data(raw) });
    this.event('PartialDecryption', this.data(owned));
  }

  result(raw: string): void {
    this.event('Result', this.data(raw));
  }

  /** SHA-256 of what is written so far: called after the encrypted tally, what bound proofs name as the box. */
  digest(): string {
    return sha256Hex(this.bytes());
  }

  /** The archive so far. */
  bytes(): Uint8Array {
    const whole = new Uint8Array(this.pieces.reduce((size, piece) => size + piece.length, 0));
    let offset = 0;
    for (const piece of this.pieces) {
      whole.set(piece, offset);
      offset += piece.length;
    }
    return whole;
  }

  private data(raw: string): string {
    const hash = sha256Hex(raw);
    this.file(`${hash}.data.json`, raw);
    return hash;
  }

  private event(type: EventType, payload?: string): void {
    const raw = JSON.stringify(eventOf(this.parent, this.height, type, payload));
    this.parent = sha256Hex(raw);
    this.height += 1;
    this.file(`${this.parent}.event.json`, raw);
  }

  private file(name: string, raw: string): void {
    const content = new TextEncoder().encode(raw);
    const piece = new Uint8Array(BLOCK + Math.ceil(content.length / BLOCK) * BLOCK);
    piece.set(tarHeader(name, content.length, this.timestamp));
    piece.set(content, BLOCK);
    this.pieces.push(piece);
  }
}

/** An election as its archive tells it, chain and order checked; contents are not. */
export interface ElectionArchive {
  readonly timestamp: number;
  readonly election: string;
  readonly trustees: string;
  readonly credentials: string;
  /** In the order of the box, replaced ones included. */
  readonly ballots: readonly Uint8Array[];
  /** Whether the box is closed. */
  readonly closed: boolean;
  /** Null until the tally is published. */
  readonly tally: {
    readonly raw: string;
    readonly ballots: number;
    readonly totalWeight: number | string;
    /** SHA-256 of the archive up to here, which bound proofs name as the box. */
    readonly box: string;
  } | null;
  readonly decryptions: readonly { readonly owner: number; readonly raw: string; readonly payload: string }[];
  readonly result: string | null;
  /** Hash of the last event: two archives with one head tell the same election. */
  readonly head: string;
}

/**
 * Reads an archive (4.4) and checks its form: every byte of every tar header, names, chain, heights, order. The archive
 * may stop anywhere after its setup; whoever needs a result checks that there is one.
 * @throws CheckFailed archive-tar, archive-names, archive-chain, archive-order, json-…
 */
export function readArchive(bytes: Uint8Array): ElectionArchive {
  const files = tarFiles(bytes);
  const seen = new Set<string>();
  let waiting: { name: string; raw: Uint8Array }[] = [];
  const taken = (count: number, place: string): { name: string; raw: Uint8Array }[] => {
    demand(waiting.length === count, 'archive-order', place);
    const all = waiting;
    waiting = [];
    return all;
  };
  const named = (
    item: { name: string; raw: Uint8Array } | undefined,
    hash: unknown,
    place: string,
  ): Uint8Array => {
    demand(item !== undefined && hash === item.name, 'archive-order', place);
    return item.raw;
  };

  const { timestamp, size } = headerOf(files.next().value, bytes);
  let setup: { election: string; trustees: string; credentials: string } | undefined;
  const ballots: Uint8Array[] = [];
  let closed = false;
  let tally: ElectionArchive['tally'] = null;
  const decryptions: { owner: number; raw: string; payload: string }[] = [];
  let result: string | null = null;
  let parent: string | undefined;
  let height = 0;
  let end = size;

  for (const { name, content, next } of files) {
    const place = `files[${name.slice(0, 12)}]`;
    demand(sameHeader(bytes, end, name, content.length, timestamp), 'archive-tar', place);
    end = next;
    const match = /^([0-9a-f]{64})\.(data|event)\.json$/.exec(name);
    demand(match !== null, 'archive-names', place);
    const hash = match[1] ?? '';
    demand(sha256Hex(content) === hash && !seen.has(name), 'archive-names', place);
    seen.add(name);
    if (match[2] === 'data') {
      waiting.push({ name: hash, raw: content });
      continue;
    }
    const where = `events[${height}]`;
    const event = eventFrom(content, where);
    demand(event.parent === parent && event.height === height, 'archive-chain', where);
    const isSetup = event.type === 'Setup';
    demand(isSetup === (height === 0) && result === null, 'archive-order', where);
    parent = hash;
    height += 1;
    demand((event.payload === undefined) === (event.type === 'EndBallots'), 'archive-order', where);
    switch (event.type) {
      case 'Setup': {
        const [election, trustees, credentials, data] = taken(4, where);
        const raw = named(data, event.payload, where);
        const names = record(parsed(raw, where), where, 'election', 'trustees', 'credentials');
        setup = {
          election: textOf(named(election, names.election, where)),
          trustees: textOf(named(trustees, names.trustees, where)),
          credentials: textOf(named(credentials, names.credentials, where)),
        };
        canonical(
          raw,
          { election: names.election, trustees: names.trustees, credentials: names.credentials },
          where,
        );
        break;
      }
      case 'Ballot': {
        demand(!closed, 'archive-order', where);
        ballots.push(named(taken(1, where)[0], event.payload, where));
        break;
      }
      case 'EndBallots': {
        demand(!closed, 'archive-order', where);
        taken(0, where);
        closed = true;
        break;
      }
      case 'EncryptedTally': {
        demand(closed && tally === null, 'archive-order', where);
        const [file, data] = taken(2, where);
        const sized = sizedTallyFrom(named(data, event.payload, where));
        tally = {
          raw: textOf(named(file, sized.encrypted_tally, where)),
          ballots: sized.num_tallied,
          totalWeight: sized.total_weight,
          box: sha256Hex(bytes.subarray(0, end)),
        };
        break;
      }
      case 'PartialDecryption': {
        demand(tally !== null, 'archive-order', where);
        const [file, data] = taken(2, where);
        const raw = named(data, event.payload, where);
        const fields = record(parsed(raw, where), where, 'owner', 'payload');
        const owned = canonical(
          raw,
          { owner: readWhole(fields.owner, where), payload: readText(fields.payload, where) },
          where,
        );
        decryptions.push({ ...owned, raw: textOf(named(file, owned.payload, where)) });
        break;
      }
      case 'Result': {
        demand(tally !== null, 'archive-order', where);
        result = textOf(named(taken(1, where)[0], event.payload, where));
        break;
      }
    }
  }
  demand(waiting.length === 0 && setup !== undefined && parent !== undefined, 'archive-order', 'end');
  return { timestamp, ...setup, ballots, closed, tally, decryptions, result, head: parent };
}

const headerFile = (timestamp: number): string =>
  JSON.stringify({ version: 1, timestamp: String(timestamp) });

const eventOf = (
  parent: string | undefined,
  height: number,
  type: EventType,
  payload: string | undefined,
): ArchiveEvent => ({
  ...(parent === undefined ? {} : { parent }),
  height,
  type,
  ...(payload === undefined ? {} : { payload }),
});

function eventFrom(content: Uint8Array, place: string): ArchiveEvent {
  const fields = record(parsed(content, place), place, 'height', 'type');
  const type = readText(fields.type, place);
  demand(isEventType(type), 'archive-order', place);
  const parent = fields['parent'] === undefined ? undefined : readText(fields['parent'], place);
  const payload = fields['payload'] === undefined ? undefined : readText(fields['payload'], place);
  return canonical(content, eventOf(parent, readWhole(fields.height, place), type, payload), place);
}

const EVENT_TYPES: readonly string[] = [
  'Setup',
  'Ballot',
  'EndBallots',
  'EncryptedTally',
  'PartialDecryption',
  'Result',
] satisfies EventType[];

const isEventType = (type: string): type is EventType => EVENT_TYPES.includes(type);

interface TarFile {
  readonly name: string;
  readonly content: Uint8Array;
  /** Where the next file starts. */
  readonly next: number;
}

function* tarFiles(bytes: Uint8Array): Generator<TarFile, undefined> {
  demand(bytes.length > 0 && bytes.length % BLOCK === 0, 'archive-tar', 'size');
  let offset = 0;
  while (offset < bytes.length) {
    const place = `offset ${offset}`;
    const name = asciiAt(bytes, offset, 100).replace(/\0+$/, '');
    const digits = asciiAt(bytes, offset + 124, 11);
    demand(/^[0-7]{11}$/.test(digits), 'archive-tar', place);
    const start = offset + BLOCK;
    const end = start + Number.parseInt(digits, 8);
    const next = start + Math.ceil((end - start) / BLOCK) * BLOCK;
    demand(next <= bytes.length, 'archive-tar', place);
    demand(
      bytes.subarray(end, next).every((byte) => byte === 0),
      'archive-tar',
      place,
    );
    yield { name, content: bytes.subarray(start, end), next };
    offset = next;
  }
}

function headerOf(first: TarFile | undefined, bytes: Uint8Array): { timestamp: number; size: number } {
  demand(first?.name === 'BELENIOS', 'archive-order', 'BELENIOS');
  const fields = record(parsed(first.content, 'BELENIOS'), 'BELENIOS', 'version', 'timestamp');
  const written = readText(fields.timestamp, 'BELENIOS.timestamp');
  demand(readWhole(fields.version, 'BELENIOS.version') === 1, 'election-version', 'BELENIOS.version');
  demand(/^(0|[1-9][0-9]{0,9})$/.test(written), 'json-shape', 'BELENIOS.timestamp');
  const timestamp = Number(written);
  demand(textOf(first.content) === headerFile(timestamp), 'json-canonical', 'BELENIOS');
  demand(sameHeader(bytes, 0, 'BELENIOS', first.content.length, timestamp), 'archive-tar', 'BELENIOS');
  return { timestamp, size: first.next };
}

/** The tar header that the specification's tools write: every byte is settled by name, size and time. */
function tarHeader(name: string, size: number, timestamp: number): Uint8Array {
  const header = new Uint8Array(BLOCK);
  const write = (offset: number, value: string): void => {
    for (let index = 0; index < value.length; index += 1) header[offset + index] = value.charCodeAt(index);
  };
  write(0, name);
  write(100, '0000644');
  write(108, '0000000');
  write(116, '0000000');
  write(124, size.toString(8).padStart(11, '0'));
  write(136, timestamp.toString(8).padStart(11, '0'));
  write(156, '0');
  // The sum of the header's bytes, its own eight counted as spaces.
  const sum = header.reduce((total, byte) => total + byte, 8 * 32);
  write(148, `${sum.toString(8).padStart(6, '0')}\0 `);
  return header;
}

function sameHeader(
  bytes: Uint8Array,
  offset: number,
  name: string,
  size: number,
  timestamp: number,
): boolean {
  if (size > 0o77777777777) throw new CheckFailed('archive-tar', name);
  return tarHeader(name, size, timestamp).every((byte, index) => bytes[offset + index] === byte);
}

function asciiAt(bytes: Uint8Array, offset: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(offset, offset + length));
}
