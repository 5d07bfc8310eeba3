import { AccountsModule } from '@hemicycle/accounts';
import { FeedsModule } from '@hemicycle/feeds';
import { MinutesModule } from '@hemicycle/minutes';
import { type DynamicModule, Module } from '@nestjs/common';
import type { Config } from '../config.js';
import { RequestsModule } from '../requests.module.js';
import { ApplicationPage } from './application-page.js';
import { ApplicationController } from './application.controller.js';
import { CalendarsController } from './calendars.controller.js';
import { FeedsController } from './feeds.controller.js';
import { GraphiqlController } from './graphiql.controller.js';
import { MinutesFilesController } from './minutes-files.controller.js';
import { OutboxController } from './outbox.controller.js';
import { SignInLinkStrategy } from './sign-in-link.strategy.js';
import { IS_DEMONSTRATION, SignInController } from './sign-in.controller.js';
import { SignOutController } from './sign-out.controller.js';
import { UnsubscribeController } from './unsubscribe.controller.js';

/** The few pages that the server writes itself, and the application that is all the others. */
@Module({})
export class PagesModule {
  static of({ demonstration, smtpUrl }: Config): DynamicModule {
    return {
      module: PagesModule,
      imports: [AccountsModule, RequestsModule, MinutesModule, FeedsModule],
      controllers: [
        GraphiqlController,
        SignInController,
        SignOutController,
        UnsubscribeController,
        ...(demonstration && smtpUrl === null ? [OutboxController] : []),
        // Its addresses look like those of pages: they are asked first.
        MinutesFilesController,
        CalendarsController,
        FeedsController,
        ApplicationController,
      ],
      providers: [
        ApplicationPage,
        SignInLinkStrategy,
        { provide: IS_DEMONSTRATION, useValue: demonstration },
      ],
      exports: [ApplicationPage],
    };
  }
}
