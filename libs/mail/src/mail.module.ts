import { type DynamicModule, Global, Module, type ModuleMetadata, type Type } from '@nestjs/common';
import { AddressBook } from './address-book.js';
import { ForgetLetters } from './forget-letters.js';
import { GatherDigests } from './gather-digests.js';
import { MailKinds } from './mail-kinds.js';
import { MailPreferences } from './mail-preferences.js';
import { MAIL_SETTINGS, type MailSettings } from './mail-settings.js';
import { MailTransport } from './mail-transport.js';
import { Mail } from './mail.js';
import { Outbox } from './outbox.js';
import { OutgoingMailRepository } from './outgoing-mail.repository.js';
import { SendLetter } from './send-letter.js';
import { SmtpTransport } from './smtp-transport.js';
import { UnsubscribeLinks } from './unsubscribe-links.js';

/** Global, since any room may have something to write to somebody. */
@Global()
@Module({})
export class MailModule {
  /** @param addressBook who knows where persons are written to, provided by one of `imports`. */
  static of(
    settings: MailSettings,
    imports: ModuleMetadata['imports'],
    addressBook: Type<AddressBook>,
  ): DynamicModule {
    const { smtpUrl, mailFrom } = settings;
    const transport = smtpUrl === null ? new Outbox() : new SmtpTransport(smtpUrl, mailFrom);
    return {
      module: MailModule,
      imports: imports ?? [],
      providers: [
        { provide: MAIL_SETTINGS, useValue: settings },
        { provide: AddressBook, useExisting: addressBook },
        { provide: MailTransport, useValue: transport },
        MailKinds,
        OutgoingMailRepository,
        UnsubscribeLinks,
        MailPreferences,
        SendLetter,
        GatherDigests,
        ForgetLetters,
        Mail,
      ],
      exports: [Mail, MailPreferences, UnsubscribeLinks, MailTransport],
    };
  }
}
