import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { json } from 'node:stream/consumers';
import { crc32 } from 'node:zlib';
import type { Json, Voice } from './forum.js';

/** The smallest PDF that readers take for one. */
export const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** A ZIP archive of files that are stored as they are, as office documents may be. */
export function zipOf(files: Readonly<Record<string, string>>): Buffer {
  const entries: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const [path, content] = [Buffer.from(name), Buffer.from(text)];
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(content.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(path.length, 22);
    const entry = Buffer.concat([Buffer.from('PK\x03\x04'), common, path, content]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), common, place, path]));
    entries.push(entry);
    offset += entry.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(directory.length, 4);
  end.writeUInt16LE(directory.length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...entries, listed, Buffer.from('PK\x05\x06'), end]);
}

const office = (main: string): Buffer =>
  zipOf({
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${main}.xml" ContentType="application/vnd.openxmlformats-officedocument.${main.startsWith('word') ? 'wordprocessingml.document' : 'spreadsheetml.sheet'}.main+xml"/></Types>`,
    [`${main}.xml`]: '<x/>',
  });
export const DOCX = office('word/document');
export const XLSX = office('xl/workbook');
export const ODT = zipOf({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>' });
export const ODS = zipOf({
  mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
  'content.xml': '<x/>',
});

const header = (input: Json): string => encodeURIComponent(JSON.stringify(input));

/** Sends a file to `/papers/attach` or `/papers/replace`. */
export const upload = (
  url: string,
  operation: 'attach' | 'replace',
  { token }: Pick<Voice, 'token'>,
  input: Json,
  file: Buffer,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> =>
  fetch(`${url}/papers/${operation}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/octet-stream',
      'accept-language': 'en',
      'paper-input': header(input),
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...headers,
    },
    body: new Uint8Array(file),
  });

/** A file of which one byte left: what is answered, perhaps before the rest is sent, and what sends the rest. */
export interface Sending {
  readonly answered: Promise<Json>;
  readonly ends: () => Promise<Json>;
}

/** Begins to send a file to `/papers/attach`; comes back once the server listens to it. */
export async function sendsSlowly(
  url: string,
  { token }: Pick<Voice, 'token'>,
  input: Json,
  file: Buffer,
): Promise<Sending> {
  const outgoing = request(`${url}/papers/attach`, {
    method: 'POST',
    agent: false,
    headers: {
      'content-type': 'application/octet-stream',
      'content-length': file.length,
      'accept-language': 'en',
      'paper-input': header(input),
      authorization: `Bearer ${token}`,
      expect: '100-continue',
    },
  });
  outgoing.flushHeaders();
  const answered = once(outgoing, 'response').then(async ([response]: IncomingMessage[]) =>
    resultOf((await json(response as IncomingMessage)) as Json),
  );
  await once(outgoing, 'continue');
  outgoing.write(file.subarray(0, 1));
  const ends = (): Promise<Json> => {
    outgoing.end(file.subarray(1));
    return answered;
  };
  return { answered, ends };
}

/** As {@link Voice.does}: what was made, the refusal, or the error with its code. */
export async function sends(...sent: Parameters<typeof upload>): Promise<Json> {
  return resultOf(await (await upload(...sent)).json());
}

function resultOf({ data, errors }: Json): Json {
  if (errors === undefined) return data.result;
  const [{ message, extensions }] = errors;
  return { __typename: 'Error', message, code: extensions.code, field: extensions.field };
}
