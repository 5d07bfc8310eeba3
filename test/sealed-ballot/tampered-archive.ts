import { createHash } from 'node:crypto';
import type { Group } from '@hemicycle/sealed-ballot';

/** One file of an archive, as a forger sees it. */
export interface ForgedFile {
  readonly kind: 'BELENIOS' | 'data' | 'event';
  /** What it is: `election`, `trustees`, `ballot`, `event Ballot`… */
  readonly object: string;
  readonly raw: string;
}

const sha256 = (raw: string): string => createHash('sha256').update(raw).digest('hex');

/** The files of an archive, read with nothing of the code under test. */
export function filesOf(archive: Uint8Array): ForgedFile[] {
  const files: Omit<ForgedFile, 'object'>[] = [];
  const bytes = Buffer.from(archive);
  for (let offset = 0; offset < bytes.length;) {
    const name = bytes.toString('latin1', offset, offset + 100).replace(/\0+$/, '');
    const size = Number.parseInt(bytes.toString('latin1', offset + 124, offset + 135), 8);
    const raw = bytes.toString('utf8', offset + 512, offset + 512 + size);
    const kind = name === 'BELENIOS' ? name : name.endsWith('.data.json') ? 'data' : 'event';
    files.push({ kind, raw });
    offset += 512 + Math.ceil(size / 512) * 512;
  }
  return files.map((file, index) => ({ ...file, object: objectOf(files, index) }));
}

/** What stands before each event, in order (the specification, 4.4). */
const DATA: Record<string, string[]> = {
  Setup: ['election', 'trustees', 'credentials', 'setup'],
  Ballot: ['ballot'],
  EndBallots: [],
  EncryptedTally: ['encrypted tally', 'sized tally'],
  PartialDecryption: ['partial decryption', 'owned decryption'],
  Result: ['result'],
};

function objectOf(files: readonly Omit<ForgedFile, 'object'>[], index: number): string {
  const { kind, raw } = files[index]!;
  if (kind === 'BELENIOS') return 'header';
  if (kind === 'event') return `event ${(JSON.parse(raw) as { type: string }).type}`;
  const next = files.findIndex((file, position) => position > index && file.kind === 'event');
  // A forged event may be of no known type.
  const names = DATA[(JSON.parse(files[next]!.raw) as { type: string }).type] ?? [];
  return names[names.length - (next - index)] ?? 'unknown';
}

/**
 * The archive with one file replaced and every hash that followed from it made right again: what a forger who holds
 * the whole archive would publish.
 */
export function forged(files: readonly ForgedFile[], index: number, raw: string): Uint8Array {
  const renamed = new Map<string, string>();
  const follow = (text: string): string =>
    [...renamed].reduce((result, [before, after]) => result.replaceAll(before, after), text);
  const all = files.map((file, position) => {
    const changed = follow(position === index ? raw : file.raw);
    if (changed !== file.raw) renamed.set(sha256(file.raw), sha256(changed));
    return { ...file, raw: changed };
  });
  return archiveOf(all, (JSON.parse(files[0]!.raw) as { timestamp: string }).timestamp);
}

/** Files whose events follow each other again, after some were moved. */
export function chained(files: readonly ForgedFile[]): ForgedFile[] {
  let parent: string | undefined;
  let height = 0;
  return files.map((file) => {
    if (file.kind !== 'event') return file;
    const { type, payload } = JSON.parse(file.raw) as { type: string; payload?: string };
    const raw = JSON.stringify({ parent, height, type, payload });
    parent = sha256(raw);
    height += 1;
    return { ...file, raw };
  });
}

/** The archive of these files, names made of their hashes. */
export function archiveOf(files: readonly ForgedFile[], timestamp: string): Uint8Array {
  const blocks = files.map(({ kind, raw }) => {
    const content = Buffer.from(raw);
    const header = Buffer.alloc(512);
    header.write(kind === 'BELENIOS' ? kind : `${sha256(raw)}.${kind}.json`, 0, 'latin1');
    header.write('0000644\0' + '0000000\0'.repeat(2), 100, 'latin1');
    header.write(content.length.toString(8).padStart(11, '0'), 124, 'latin1');
    header.write(Number(timestamp).toString(8).padStart(11, '0'), 136, 'latin1');
    header.write('        0', 148, 'latin1');
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
    return Buffer.concat([header, content, Buffer.alloc((512 - (content.length % 512)) % 512)]);
  });
  return new Uint8Array(Buffer.concat(blocks));
}

/** One alteration of one field, and where. */
export interface Alteration {
  readonly path: string;
  readonly raw: string;
}

/**
 * Every field of a file altered, one at a time, each into something of its own kind: an element times g, an exponent
 * plus one, another text. JSON inside a text (signed messages) is opened and each of its fields altered too.
 */
export function alterations(raw: string, group: Group): Alteration[] {
  const value = JSON.parse(raw) as unknown;
  return leaves(value, []).map((path) => {
    const copy = JSON.parse(raw) as unknown;
    return { path: path.join('.'), raw: JSON.stringify(altered(copy, path, group)) };
  });
}

/** Of fields that differ but by their places in lists, the first. */
export function alterationsOfEachSort(raw: string, group: Group): Alteration[] {
  const sorts = new Set<string>();
  return alterations(raw, group).filter(({ path }) => {
    const sort = path.replaceAll(/\d+/g, '');
    const isNew = !sorts.has(sort);
    sorts.add(sort);
    return isNew;
  });
}

/** A text whose first proof has another response. */
export const anotherResponse = (raw: string): string =>
  raw.replace(/"response":"(\d)/, (_, digit) => `"response":"${digit === '1' ? '2' : '1'}`);

type Path = readonly (string | number)[];

function leaves(value: unknown, path: Path): Path[] {
  if (typeof value === 'string' && value.startsWith('{')) return leaves(JSON.parse(value), [...path, 'JSON']);
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...path, key]));
}

function altered(value: unknown, [key, ...rest]: Path, group: Group): unknown {
  if (key === undefined) return another(value, group);
  if (key === 'JSON') return JSON.stringify(altered(JSON.parse(value as string), rest, group));
  const container = value as Record<string | number, unknown>;
  container[key] = altered(container[key], rest, group);
  return container;
}

function another(value: unknown, group: Group): unknown {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  const text = value as string;
  if (/^[0-9]{1,80}$/.test(text)) return String((BigInt(text) + 1n) % group.order);
  try {
    return group.encode(group.times(group.decode(text, ''), group.generator));
  } catch {
    const last = text.at(-1);
    return text.slice(0, -1) + (last === '1' ? '2' : '1');
  }
}
