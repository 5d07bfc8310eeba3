import { Database } from '@hemicycle/database';
import { type ApiContext, CurrentAct } from '@hemicycle/graphql';
import type { Act, Language } from '@hemicycle/kernel';
import { COMPULSORY_MAIL, MailPreferences, TOPIC_WORDS } from '@hemicycle/mail';
import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ChangeAddress } from '../commands/change-address.js';
import { RequestSignInLink } from '../commands/request-sign-in-link.js';
import { RevokeAllSessions } from '../commands/revoke-all-sessions.js';
import { RevokeSession } from '../commands/revoke-session.js';
import { SetLanguage } from '../commands/set-language.js';
import { SetMailPreferences } from '../commands/set-mail-preferences.js';
import { SignIn } from '../commands/sign-in.js';
import { PeopleRepository } from '../people.repository.js';
import type { Person } from '../person.entity.js';
import { personActing } from '../person-acting.js';
import { SessionsRepository } from '../sessions.repository.js';
import { LINK_MINUTES } from '../sign-in-letter.js';
import { LINK_REQUESTED } from '../words.js';
import {
  Account,
  RequestSignInLinkResult,
  RevokedSessions,
  SessionType,
  SignInResult,
} from './account.type.js';
import { MailPreferencesOfPerson, SetMailPreferencesInput } from './mail-preference.type.js';
import { PublicPerson } from './person.type.js';
import {
  ChangeAddressInput,
  RequestSignInLinkInput,
  RevokeSessionInput,
  SetLanguageInput,
  SignInInput,
} from './accounts.inputs.js';

const accountOf = (person: Person, { actor }: Act): Account => ({
  person,
  email: person.email,
  language: person.language.toUpperCase() as Uppercase<Language>,
  roles: [...actor.roles],
});

@Resolver()
export class AccountsResolver {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleRepository,
    private readonly sessions: SessionsRepository,
    private readonly request: RequestSignInLink,
    private readonly entry: SignIn,
    private readonly revocation: RevokeSession,
    private readonly revocations: RevokeAllSessions,
    private readonly languages: SetLanguage,
    private readonly addresses: ChangeAddress,
    private readonly preferences: MailPreferences,
    private readonly choice: SetMailPreferences,
  ) {}

  @Query(() => Account, {
    nullable: true,
    description: 'The person who is signed in, as she sees herself; null: nobody is.',
  })
  async me(@CurrentAct() act: Act): Promise<Account | null> {
    const { personId } = act.actor;
    return personId === null ? null : accountOf(await this.people.byId(this.database.reader, personId), act);
  }

  @Query(() => [SessionType], {
    description: 'One’s own open sessions, the latest first; the hundred latest of more.',
  })
  async mySessions(@CurrentAct() act: Act): Promise<SessionType[]> {
    const open = await this.sessions.openOf(this.database.reader, personActing(act), act.at);
    return open.map(({ id, createdAt, expiresAt }) => ({
      id,
      createdAt,
      expiresAt,
      current: id === act.actor.sessionId,
    }));
  }

  @Mutation(() => RequestSignInLinkResult, {
    description:
      'Asks for a single-use sign-in link. Too many requests from one network are refused (FORBIDDEN); too many for one address get the same answer, and no further letter.',
  })
  async requestSignInLink(
    @CurrentAct() act: Act,
    @Context() { callerAddress }: ApiContext,
    @Args('input') { email }: RequestSignInLinkInput,
  ): Promise<RequestSignInLinkResult> {
    await this.request.execute(act, email, callerAddress);
    return { said: LINK_REQUESTED, minutes: LINK_MINUTES };
  }

  @Mutation(() => SignInResult, {
    description: 'Uses a link up and opens a session for a program. Browsers open the link itself.',
  })
  async signIn(@CurrentAct() act: Act, @Args('input') { token }: SignInInput): Promise<SignInResult> {
    const session = await this.entry.execute(act, token);
    return { ...session, person: await this.people.byId(this.database.reader, session.personId) };
  }

  @Mutation(() => RevokedSessions, { description: 'Ends the session that asks.' })
  async signOut(@CurrentAct() act: Act, @Context() { forgetSession }: ApiContext): Promise<RevokedSessions> {
    await this.revocation.execute(act, 'signOut', act.actor.sessionId ?? '');
    forgetSession();
    return { revoked: 1 };
  }

  @Mutation(() => RevokedSessions, { description: 'Ends one of one’s own sessions.' })
  async revokeSession(
    @CurrentAct() act: Act,
    @Args('input') { id }: RevokeSessionInput,
    @Context() { forgetSession }: ApiContext,
  ): Promise<RevokedSessions> {
    await this.revocation.execute(act, 'revokeSession', id);
    if (id === act.actor.sessionId) forgetSession();
    return { revoked: 1 };
  }

  @Mutation(() => RevokedSessions, {
    description: 'Ends all of one’s own sessions, the one that asks included.',
  })
  async revokeAllSessions(
    @CurrentAct() act: Act,
    @Context() { forgetSession }: ApiContext,
  ): Promise<RevokedSessions> {
    const revoked = await this.revocations.execute(act);
    forgetSession();
    return { revoked };
  }

  @Mutation(() => PublicPerson, {
    description:
      'Gives a person another address, by the secretariat: whoever has the old one is told and signed out. The new one does not serve in an election whose register is fixed (charter REGISTER). CONFLICT: it is another person’s.',
  })
  changeAddress(@CurrentAct() act: Act, @Args('input') input: ChangeAddressInput): Promise<PublicPerson> {
    return this.addresses.execute(act, input);
  }

  @Query(() => MailPreferencesOfPerson, {
    description: 'What the forum writes to the person who is signed in, and what of it she may decline.',
  })
  async myMailPreferences(@CurrentAct() act: Act): Promise<MailPreferencesOfPerson> {
    const chosen = await this.preferences.of(this.database.reader, personActing(act));
    return {
      optional: chosen.map(({ topic, delivery }) => ({ topic, delivery, title: TOPIC_WORDS[topic] })),
      compulsory: [...COMPULSORY_MAIL],
    };
  }

  @Mutation(() => MailPreferencesOfPerson, {
    description:
      'Chooses what one is written about, and how: letters at once, one a day, or none. What the charter requires is always sent.',
  })
  async setMailPreferences(
    @CurrentAct() act: Act,
    @Args('input') { preferences }: SetMailPreferencesInput,
  ): Promise<MailPreferencesOfPerson> {
    await this.choice.execute(act, preferences);
    return this.myMailPreferences(act);
  }

  @Mutation(() => Account, { description: 'Chooses the language in which one is written to.' })
  async setLanguage(@CurrentAct() act: Act, @Args('input') { language }: SetLanguageInput): Promise<Account> {
    return accountOf(await this.languages.execute(act, language.toLowerCase() as Language), act);
  }
}
