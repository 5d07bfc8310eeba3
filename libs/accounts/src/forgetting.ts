import { Database } from '@hemicycle/database';
import { Clock } from '@hemicycle/kernel';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { SessionsRepository } from './sessions.repository.js';
import { SignInLinksRepository } from './sign-in-links.repository.js';

const HOUR = 3_600_000;

/** Every hour, forgets what the accounts need no longer. Several processes may do it at once. */
@Injectable()
export class Forgetting implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('accounts');
  private timer: NodeJS.Timeout | undefined;
  private round: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly sessions: SessionsRepository,
    private readonly links: SignInLinksRepository,
  ) {}

  onApplicationBootstrap(): void {
    const begin = (): void => {
      this.round = this.forget().catch(() => {
        this.logger.warn({ event: 'nothing forgotten this hour' });
      });
    };
    begin();
    this.timer = setInterval(begin, HOUR).unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.round;
  }

  /** Requests, links and sessions that were over a day ago. */
  async forget(): Promise<void> {
    const at = this.clock.now();
    await this.links.forget(this.database.reader, at);
    await this.sessions.forget(this.database.reader, at);
  }
}
