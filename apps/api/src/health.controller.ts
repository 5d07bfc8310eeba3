import { Database } from '@hemicycle/database';
import { Controller, Get, Res } from '@nestjs/common';
import type { Response } from 'express';
import { MIGRATIONS_DONE, pendingAmong } from './start-checks.js';

/** How long the database may take to answer, in milliseconds. */
const PATIENCE = 2_000;

/** For whatever watches over the server: no secret, no detail. */
@Controller('health')
export class HealthController {
  private asking: Promise<boolean> | undefined;

  constructor(private readonly database: Database) {}

  /** The process runs and answers. */
  @Get('live')
  live(): { status: string } {
    return { status: 'live' };
  }

  /** The database answers and is up to date: requests may be sent here. 503 otherwise. */
  @Get('ready')
  async ready(@Res({ passthrough: true }) response: Response): Promise<{ status: string }> {
    // Probes are not counted among requests: however many come at once, the database is asked once.
    const ready = await (this.asking ??= this.isReady().finally(() => (this.asking = undefined)));
    response.status(ready ? 200 : 503);
    return { status: ready ? 'ready' : 'not ready' };
  }

  private isReady(): Promise<boolean> {
    return new Promise((resolve) => {
      const tooLate = setTimeout(() => resolve(false), PATIENCE);
      this.database.reader
        .query<{ name: string }[]>(MIGRATIONS_DONE)
        .then(
          (done) => resolve(pendingAmong(done).length === 0),
          () => resolve(false),
        )
        .finally(() => clearTimeout(tooLate));
    });
  }
}
