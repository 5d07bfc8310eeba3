import { AccountsModule } from '@hemicycle/accounts';
import { type DynamicModule, Module } from '@nestjs/common';
import type { Config } from '../config.js';
import { RequestsModule } from '../requests.module.js';
import { GraphiqlController } from './graphiql.controller.js';
import { HomeController } from './home.controller.js';
import { OutboxController } from './outbox.controller.js';
import { SignInLinkStrategy } from './sign-in-link.strategy.js';
import { IS_DEMONSTRATION, SignInController } from './sign-in.controller.js';

/** The few pages that the server writes itself. */
@Module({})
export class PagesModule {
  static of({ demonstration, smtpUrl }: Config): DynamicModule {
    return {
      module: PagesModule,
      imports: [AccountsModule, RequestsModule],
      controllers: [
        HomeController,
        GraphiqlController,
        SignInController,
        ...(demonstration && smtpUrl === null ? [OutboxController] : []),
      ],
      providers: [SignInLinkStrategy, { provide: IS_DEMONSTRATION, useValue: demonstration }],
      exports: [IS_DEMONSTRATION],
    };
  }
}
