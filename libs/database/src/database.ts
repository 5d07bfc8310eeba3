import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { SharedReads } from './shared-reads.js';

/** An open transaction. A function that writes, or that decides before writing, takes it as its first argument. */
export type Tx = EntityManager;

/**
 * Lets a transaction last that computes on much, in threads or in PostgreSQL: its connection may be silent for ten minutes,
 * each statement take five. Elsewhere a fraction of a minute tells that something hangs.
 */
export async function mayTakeLong(tx: EntityManager): Promise<void> {
  await tx.query(
    `SELECT set_config('idle_in_transaction_session_timeout', '10min', true), set_config('statement_timeout', '5min', true)`,
  );
}

/** The one door to PostgreSQL. */
@Injectable()
export class Database {
  /** What the request for which this code runs has read; null within its transactions, where nothing is shared. */
  private readonly reads = new AsyncLocalStorage<SharedReads | null>();

  constructor(private readonly source: DataSource) {}

  /** Runs `work` in one transaction: committed when it resolves, rolled back when it throws. Read committed: lock first. */
  async transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const reads = this.reads.getStore();
    try {
      return await this.reads.run(null, () => this.source.transaction(work));
    } finally {
      reads?.forget();
    }
  }

  /** Runs `work` on what stood at one instant, whatever others write meanwhile; it can write nothing. */
  snapshot<T>(work: (reader: EntityManager) => Promise<T>): Promise<T> {
    return this.source.transaction('REPEATABLE READ', async (reader) => {
      await reader.query('SET TRANSACTION READ ONLY');
      return work(reader);
    });
  }

  /** How many connections this process has at most: who waits inside a transaction takes one from all others. */
  get connections(): number {
    return this.source.options.poolSize ?? 1;
  }

  /** For reads that rest on nothing but the statement itself. */
  get reader(): EntityManager {
    return this.reads.getStore()?.reader ?? this.source.manager;
  }

  /**
   * Does what is done for one request: its {@link reader} sends each statement once for the same values, and again
   * after a transaction of that request. Once `work` has settled nothing is shared any more.
   */
  async sharingReads<T>(work: () => Promise<T>): Promise<T> {
    const reads = new SharedReads(this.source);
    try {
      return await this.reads.run(reads, work);
    } finally {
      reads.end();
    }
  }
}
