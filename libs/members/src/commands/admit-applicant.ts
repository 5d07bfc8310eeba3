import { Ledger } from '@hemicycle/audit';
import {
  admitApplicant,
  type ApplicationState,
  type CallState,
  judge,
  type OrganisationFacts,
  type Violation,
} from '@hemicycle/charter';
import { NotFound, RuleRefusal, Unauthenticated } from '@hemicycle/graphql';
import type { Act } from '@hemicycle/kernel';
import { Mail } from '@hemicycle/mail';
import { Injectable } from '@nestjs/common';
import { ApplicationLetters } from '../application-letters.js';
import type { Application } from '../application.entity.js';
import { ApplicationsRepository } from '../applications.repository.js';
import { CallsRepository } from '../calls.repository.js';
import type { AdmitApplicantInput } from '../graphql/calls.inputs.js';
import { MembersRepository, NO_TIES, type Ties } from '../members.repository.js';
import { Newcomers } from '../newcomers.js';
import { OrganisationsRepository } from '../organisations.repository.js';
import { APPLICATION, CALL_FOR_APPLICATIONS, ORGANISATION } from '../things.js';

/** What is assumed before somebody fills the form in: reasons, an organisation that can send a member, no ties. */
const WELL_FILLED: { reasoned: boolean; organisation: OrganisationFacts } & Ties = {
  ...NO_TIES,
  reasoned: true,
  organisation: { name: { fr: '', en: '' }, college: 'CIVIL_SOCIETY', leftOn: null },
};

/** Accepts an application with its reasons: the applicant becomes a member, and is told. */
@Injectable()
export class AdmitApplicant {
  constructor(
    private readonly ledger: Ledger,
    private readonly newcomers: Newcomers,
    private readonly calls: CallsRepository,
    private readonly applications: ApplicationsRepository,
    private readonly organisations: OrganisationsRepository,
    private readonly members: MembersRepository,
    private readonly mail: Mail,
    private readonly letters: ApplicationLetters,
  ) {}

  verdict(
    { on }: Act,
    call: { state: CallState },
    application: { state: ApplicationState },
    form: typeof WELL_FILLED = WELL_FILLED,
  ): Violation[] {
    return judge(admitApplicant, { on, call, application, ...form });
  }

  execute(act: Act, input: AdmitApplicantInput): Promise<Application | RuleRefusal> {
    const { applicationId, organisationId, reasonsFr = null, reasonsEn = null } = input;
    const { personId } = act.actor;
    if (personId === null) throw new Unauthenticated();
    return this.ledger.record(act, 'admitApplicant', async (tx) => {
      const sent = await this.applications.byId(tx, applicationId);
      if (sent === null) throw new NotFound(APPLICATION, applicationId);
      const call = await this.calls.lock(tx, sent.callId, act.at);
      if (call === null) throw new NotFound(CALL_FOR_APPLICATIONS, sent.callId);
      const application = (await this.applications.lock(tx, applicationId)) ?? sent;
      const organisation = await this.organisations.lock(tx, organisationId, act.on);
      if (organisation === null) throw new NotFound(ORGANISATION, organisationId);
      const { name, email } = application;
      // Withdrawn, there is nobody left to welcome: the verdict says so.
      const newcomer =
        name === null || email === null
          ? null
          : await this.newcomers.welcome(tx, act, {
              name,
              email,
              language: application.language === 'fr' ? 'FR' : 'EN',
            });
      const violations = this.verdict(act, call, application, {
        reasoned: reasonsFr !== null || reasonsEn !== null,
        organisation,
        ...(newcomer?.ties ?? NO_TIES),
      });
      if (violations.length > 0 || newcomer === null) return new RuleRefusal(violations);
      const memberId = await this.members.add(tx, {
        personId: newcomer.person.id,
        organisationId,
        college: organisation.college,
        route: 'CALL',
        needId: null,
        fromOn: act.on,
      });
      await this.applications.decide(tx, applicationId, {
        state: 'ADMITTED',
        decidedAt: act.at,
        decidedById: personId,
        reasonsFr,
        reasonsEn,
        memberId,
      });
      const { number } = await this.members.known(tx, memberId, act.on);
      await this.mail.enqueue(tx, this.letters.admitted, {
        to: { personId: newcomer.person.id },
        parameters: {
          number,
          reasonsFr,
          reasonsEn,
          callFr: call.title.fr,
          callEn: call.title.en,
          organisationFr: organisation.name.fr,
          organisationEn: organisation.name.en,
        },
        at: act.at,
      });
      return (await this.applications.byId(tx, applicationId)) ?? application;
    });
  }
}
