import { performance } from 'node:perf_hooks';
import { afterAll, describe, expect, it, jest } from '@jest/globals';
import type { PdfPrinter } from '../../libs/minutes/src/document/pdf-printer.js';
import type { PrintedRecord } from '../../libs/minutes/src/document/typst.js';

// A record of hundreds of pages, on machines that may be busy.
jest.setTimeout(120_000);

// The thread runs the built files, as in production.
const built = new URL('../../dist/libs/minutes/src/document/pdf-printer.js', import.meta.url);
const { PdfPrinter: BuiltPrinter } = (await import(built.href)) as {
  readonly PdfPrinter: new (limit?: () => AbortSignal) => PdfPrinter;
};

const record = (paragraphs: number): PrintedRecord => ({
  markdown: `# Minutes\n\n## 1. Item\n\n${'A paragraph of some words that fills a line or two of a page.\n\n'.repeat(paragraphs)}`,
  language: 'en',
  title: 'Minutes',
  running: 'Forum',
  colophon: [],
});

describe('minutes that are printed', () => {
  const printer = new BuiltPrinter();
  afterAll(() => printer.close());

  it('are made in a thread, whoever serves requests doing little meanwhile', async () => {
    const before = performance.eventLoopUtilization();
    const pdf = await printer.print(record(4_000));
    const { utilization } = performance.eventLoopUtilization(before);
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(Buffer.isBuffer(pdf)).toBe(true);
    expect(utilization).toBeLessThan(0.5);
  });

  it('are made once for those who ask for the same', async () => {
    const [one, same, other] = await Promise.all([
      printer.print(record(1)),
      printer.print(record(1)),
      printer.print(record(2)),
    ]);
    expect(same).toBe(one);
    expect(other).not.toBe(one);
  });

  it('wait in a number that is bounded, and what was refused is made when it is asked again', async () => {
    const asked = Array.from({ length: 120 }, (_, index) => printer.print(record(100 + index)));
    const outcomes = await Promise.allSettled(asked);
    const refused = outcomes.filter(({ status }) => status === 'rejected');
    expect(refused.length).toBeGreaterThan(0);
    for (const outcome of refused) {
      expect((outcome as PromiseRejectedResult).reason).toMatchObject({ name: 'NotPrintedInTime' });
    }
    const place = outcomes.findIndex(({ status }) => status === 'rejected');
    expect((await printer.print(record(100 + place))).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('and take too long are given up, and those after them are made', async () => {
    let limit = new AbortController();
    const patient = new BuiltPrinter(() => limit.signal);
    // Its thread is ready from now on: what is asked is begun.
    await patient.print(record(1));
    const endless = patient.print(record(4_000));
    const behind = patient.print(record(2));
    limit.abort();
    await expect(endless).rejects.toMatchObject({ name: 'NotPrintedInTime' });
    await expect(behind).rejects.toMatchObject({ name: 'NotPrintedInTime' });
    limit = new AbortController();
    expect((await patient.print(record(2))).subarray(0, 5).toString()).toBe('%PDF-');
    await patient.close();
  });

  it('are made once, however many others are asked for meanwhile', async () => {
    const first = printer.print(record(500));
    const others = Array.from({ length: 20 }, (_, index) => printer.print(record(10 + index)));
    expect(printer.print(record(500))).toBe(first);
    await Promise.all([first, ...others]);
  });

  it('that cannot be made say so to who asked, and to nobody after', async () => {
    const broken = { ...record(1), title: '' };
    await expect(printer.print(broken)).rejects.toThrow();
    await expect(printer.print(record(3))).resolves.toBeDefined();
  });
});
