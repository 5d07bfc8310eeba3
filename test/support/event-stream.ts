import type { Answer } from './forum.js';

/** One subscription over Server-Sent Events, read an answer at a time. */
export class EventStream {
  private readonly left = new AbortController();
  private readonly text = new TextDecoder();
  private read = '';

  private constructor(
    readonly status: number,
    readonly headers: Headers,
    private readonly parts: AsyncIterator<Uint8Array>,
  ) {}

  static async of(
    url: string,
    query: string,
    { variables, token }: { variables?: unknown; token?: string | null } = {},
  ): Promise<EventStream> {
    const address = new URL('/subscriptions', url);
    address.searchParams.set('query', query);
    if (variables !== undefined) address.searchParams.set('variables', JSON.stringify(variables));
    const leaving = new AbortController();
    const { status, headers, body } = await fetch(address, {
      signal: leaving.signal,
      headers: {
        'accept-language': 'en',
        ...(typeof token === 'string' && { authorization: `Bearer ${token}` }),
      },
    });
    const parts = (body as unknown as AsyncIterable<Uint8Array>)[Symbol.asyncIterator]();
    const stream = new EventStream(status, headers, parts);
    stream.left.signal.addEventListener('abort', () => leaving.abort());
    return stream;
  }

  /** A stream that tells which of these changed; the first answer, which names them all, is read. */
  static async watching(url: string, ...ids: string[]): Promise<EventStream> {
    const stream = await EventStream.of(url, 'subscription ($ids: [ID!]!) { changed(ids: $ids) }', {
      variables: { ids },
    });
    const first = await stream.changed();
    if (first?.length !== ids.length) throw new Error(`Told at first: ${String(first)}`);
    return stream;
  }

  /** The next answer, signs of life left out; null: the stream is over. */
  async next(): Promise<Answer | null> {
    for (;;) {
      const end = this.read.indexOf('\n\n');
      if (end === -1) {
        const { done, value } = await this.parts.next();
        if (done === true) return null;
        this.read += this.text.decode(value, { stream: true });
        continue;
      }
      const event = this.read.slice(0, end);
      this.read = this.read.slice(end + 2);
      const data = /^event: next\ndata: (.*)$/.exec(event)?.[1];
      if (data !== undefined) return JSON.parse(data) as Answer;
    }
  }

  /** What changed next; undefined: the stream is over. */
  async changed(): Promise<string[] | undefined> {
    return (await this.next())?.data?.changed as string[] | undefined;
  }

  leave(): void {
    this.left.abort();
  }
}
