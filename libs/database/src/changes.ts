import { setTimeout as delay } from 'node:timers/promises';
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import pg from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import type { Tx } from './database.js';

const CHANNEL = 'hemicycle_change';
/** How long to wait before calling a database that does not answer again, in milliseconds. */
const BETWEEN_CALLS = 1_000;
/** How long one watch rests after it told something, in milliseconds: what happens meanwhile is told together. */
const REST = 1_000;

/**
 * Tells whoever watches these things, in any process, that they changed: when the transaction commits, and never if
 * it does not. Only their ids leave, for everybody may listen.
 */
export async function tellChanged(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.query('SELECT pg_notify($1, id) FROM unnest($2::text[]) AS id', [CHANNEL, ids]);
}

/** Hears what any process tells with {@link tellChanged}, over a connection of its own that is called back when it is lost. */
@Injectable()
export class Changes implements OnModuleDestroy {
  private readonly logger = new Logger('changes');
  private readonly watches = new Set<Watch>();
  private readonly stopping = new AbortController();
  /** The connection that listens; null while there is none. */
  private ear: pg.Client | null = null;
  private listening: Promise<void> | null = null;

  constructor(private readonly source: DataSource) {}

  /**
   * The ids among these that changed, as they change. All of them are told as soon as somebody listens, and again after
   * a time when nobody did: something may have been missed.
   */
  watch(ids: readonly string[]): Watch {
    const watch = new Watch(ids, () => this.watches.delete(watch));
    if (this.stopping.signal.aborted) {
      watch.end();
      return watch;
    }
    this.watches.add(watch);
    if (this.ear !== null) watch.tellAll();
    this.listening ??= this.listen();
    return watch;
  }

  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    for (const watch of this.watches) watch.end();
    await this.ear?.end();
    await this.listening;
  }

  private async listen(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      const why = await this.listenOnce();
      if (signal.aborted) return;
      this.logger.warn({ msg: 'not listening', why });
      await delay(BETWEEN_CALLS, undefined, { signal }).catch(() => undefined);
    }
  }

  /** Listens until the connection ends. Gives the reason. */
  private async listenOnce(): Promise<string> {
    const { url, extra } = this.source.options as DataSourceOptions & { type: 'postgres' };
    const ear = new pg.Client({
      connectionString: url,
      options: (extra as { options: string }).options,
      application_name: 'hemicycle listener',
      connectionTimeoutMillis: 5_000,
      // It says nothing itself: without this, a network that went away would never be noticed.
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
    });
    let why = 'The connection ended.';
    ear.on('error', (error) => (why = error.message));
    ear.on('notification', ({ payload }) => {
      for (const watch of this.watches) watch.tell(payload ?? '');
    });
    const ended = new Promise((resolve) => ear.once('end', resolve));
    try {
      await ear.connect();
      await ear.query(`LISTEN ${CHANNEL}`);
    } catch (error) {
      ear.end().catch(() => undefined);
      return String(error);
    }
    this.ear = ear;
    if (this.stopping.signal.aborted) await ear.end();
    for (const watch of this.watches) watch.tellAll();
    await ended;
    this.ear = null;
    return why;
  }
}

/** What one watcher is told, one answer after the other: the ids that changed since the last one, once a second at most. */
class Watch implements AsyncIterableIterator<string[]> {
  private readonly ids: ReadonlySet<string>;
  private readonly changed = new Set<string>();
  private asking: ((answer: IteratorResult<string[], undefined>) => void) | null = null;
  private resting: NodeJS.Timeout | null = null;
  private over = false;

  constructor(
    ids: readonly string[],
    private readonly onEnd: () => void,
  ) {
    this.ids = new Set(ids);
  }

  tell(id: string): void {
    if (!this.ids.has(id)) return;
    this.changed.add(id);
    this.answer();
  }

  tellAll(): void {
    for (const id of this.ids) this.tell(id);
  }

  /** Nothing more will be told. */
  end(): void {
    this.over = true;
    if (this.resting !== null) clearTimeout(this.resting);
    this.onEnd();
    this.answer();
  }

  next(): Promise<IteratorResult<string[], undefined>> {
    return new Promise((resolve) => {
      this.asking = resolve;
      this.answer();
    });
  }

  return(): Promise<IteratorResult<string[], undefined>> {
    this.end();
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  private answer(): void {
    const { asking } = this;
    if (asking === null) return;
    if (this.over) {
      this.asking = null;
      asking({ done: true, value: undefined });
    } else if (this.resting === null && this.changed.size > 0) {
      this.asking = null;
      asking({ done: false, value: [...this.changed] });
      this.changed.clear();
      this.resting = setTimeout(() => {
        this.resting = null;
        this.answer();
      }, REST);
    }
  }
}
