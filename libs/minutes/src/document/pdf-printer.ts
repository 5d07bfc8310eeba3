import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { pdfOf } from './pdf.js';
import type { PrintedRecord } from './typst.js';

/** Records that wait for the thread at most: more are refused, and whoever asks told to try again. */
const WAITING = 50;
/** How long a record may wait and be printed, in milliseconds. The longest takes seconds: what takes more never ends. */
const LIMIT = 60_000;
/** How long the thread is kept without work, in milliseconds. */
const IDLE = 60_000;
/** The last files made, of which whoever asks again keeps nobody waiting. */
const KEPT = 16;

/** The record is not printed in a reasonable time: too many wait, or it, or those before it, took too long. */
export class NotPrintedInTime extends Error {
  override readonly name = 'NotPrintedInTime';
}

/**
 * Prints records in one thread of its own, so that a long one keeps nobody else waiting for the server. Run from its
 * sources, where there is no compiled thread to start, it works in the thread that asks.
 */
export class PdfPrinter {
  private readonly pool: Piscina | null;
  private readonly underWay = new Map<string, Promise<Buffer>>();
  private readonly printed = new Map<string, Promise<Buffer>>();

  /** @param limit ends the printing of a record asked for now, if it is not made by then; its thread is replaced. */
  constructor(private readonly limit: () => AbortSignal = () => AbortSignal.timeout(LIMIT)) {
    const source = new URL('./pdf.worker.js', import.meta.url);
    this.pool = existsSync(fileURLToPath(source))
      ? new Piscina({ filename: source.href, minThreads: 0, maxThreads: 1, idleTimeout: IDLE })
      : null;
  }

  /**
   * An accessible PDF, as {@link pdfOf} makes it; the same for who asks for the same.
   *
   * @throws NotPrintedInTime
   */
  print(record: PrintedRecord): Promise<Buffer> {
    const key = createHash('sha256').update(JSON.stringify(record)).digest('hex');
    const known = this.underWay.get(key) ?? this.printed.get(key);
    if (known !== undefined) return known;
    const pdf = this.made(record);
    this.underWay.set(key, pdf);
    pdf.then(
      () => {
        this.underWay.delete(key);
        this.keep(key, pdf);
      },
      // What failed is tried again by whoever asks next.
      () => this.underWay.delete(key),
    );
    return pdf;
  }

  private keep(key: string, pdf: Promise<Buffer>): void {
    const [oldest] = this.printed.keys();
    if (oldest !== undefined && this.printed.size >= KEPT) this.printed.delete(oldest);
    this.printed.set(key, pdf);
  }

  private async made(record: PrintedRecord): Promise<Buffer> {
    if (this.pool === null) return pdfOf(record);
    if (this.pool.queueSize >= WAITING) throw new NotPrintedInTime();
    const signal = this.limit();
    try {
      // What comes from another thread is an array of bytes.
      return Buffer.from((await this.pool.run(record, { name: 'pdfOf', signal })) as Uint8Array);
    } catch (failure) {
      throw signal.aborted ? new NotPrintedInTime() : failure;
    }
  }

  /** Ends the thread. */
  async close(): Promise<void> {
    await this.pool?.close();
  }
}
