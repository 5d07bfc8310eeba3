import { type Challenge, solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import type { Cast } from './cast.js';
import { CIVIL_SOCIETY, DECLINED, type StoryOrganisation } from './organisations.js';
import { memberFor } from './people.js';
import type { Story } from './story.js';

/**
 * The call for applications of March and April 2024: thirteen associations apply and are admitted with reasons, an
 * applicant that the criteria leave out is declined.
 */
export async function admitCivilSociety(story: Story, { secretaryId, organisationIds }: Cast): Promise<void> {
  await story.goTo('2024-03-08');
  const { id: callId } = await story.does(secretaryId, 'draftCall', CALL, 'CallForApplications');
  await story.goTo(CALL.opensOn, '08:00');
  await story.does(secretaryId, 'openCall', { callId });
  const applicants = [...CIVIL_SOCIETY, DECLINED];
  for (const [place, applicant] of applicants.entries()) {
    if (place % 4 === 0) await story.goTo(`2024-03-${String(12 + place)}`, '10:00');
    story.pass(35);
    await apply(story, callId, applicant);
  }

  // It closed by itself, at the end of its last day.
  await story.goTo('2024-04-10');
  const { applications } = (await story.asks(
    secretaryId,
    `query ($callId: ID!) { applications(callId: $callId, first: 100) { nodes { id email } } }`,
    { callId },
  )) as { applications: { nodes: readonly { id: string; email: string }[] } };
  for (const applicant of applicants) {
    const application = applications.nodes.find(({ email }) => email === memberFor(applicant).email);
    if (application === undefined) throw new Error(`The application of ${applicant.slug} was lost.`);
    story.pass(20);
    const applicationId = application.id;
    if (applicant === DECLINED) {
      await story.does(secretaryId, 'declineApplication', { applicationId, ...NOT_AN_ASSOCIATION });
    } else {
      const organisationId = organisationIds.get(applicant.slug);
      await story.does(secretaryId, 'admitApplicant', {
        applicationId,
        organisationId,
        ...MEETS_THE_CRITERIA,
      });
    }
  }
  await story.goTo('2024-04-12');
  await story.does(secretaryId, 'decideCall', { callId });
}

/** As anybody applies: without an account, with a proof of work. */
async function apply(story: Story, callId: string, applicant: StoryOrganisation): Promise<void> {
  const { applicationChallenge } = (await story.asks(
    null,
    `query ($callId: ID!) { applicationChallenge(callId: $callId) { challenge } }`,
    { callId },
  )) as { applicationChallenge: { challenge: string } };
  const challenge = JSON.parse(applicationChallenge.challenge) as Challenge;
  const solution = await solveChallenge({ challenge, deriveKey });
  await story.does(null, 'applyToCall', {
    ...memberFor(applicant),
    callId,
    organisationName: applicant.name.fr,
    motivation: MOTIVATION,
    proofOfWork: Buffer.from(JSON.stringify({ challenge, solution })).toString('base64'),
  });
}

const CALL = {
  opensOn: '2024-03-11',
  closesOn: '2024-04-05',
  titleFr: 'Appel à candidatures : collège de la société civile',
  titleEn: 'Call for applications: the civil-society college',
  criteriaFr:
    'Être une organisation à but non lucratif ; agir pour la participation, la transparence, l’intégrité publique ou l’ouverture des données ; pouvoir suivre les séances plénières et un groupe de travail.',
  criteriaEn:
    'To be a non-profit organisation; to work for participation, transparency, public integrity or open data; to be able to attend the plenaries and a working group.',
};

const MOTIVATION =
  'Notre organisation a pris part à la co-construction du plan d’action et veut en suivre les engagements, donnée par donnée et jalon par jalon. (Dossier inventé pour la démonstration.)';

const MEETS_THE_CRITERIA = {
  reasonsFr: 'Organisation à but non lucratif, active sur les sujets du plan, disponible pour les séances.',
  reasonsEn: 'A non-profit organisation, active on the subjects of the plan, available for the sessions.',
};

const NOT_AN_ASSOCIATION = {
  reasonsFr:
    'L’appel est réservé aux organisations à but non lucratif ; ce dossier vient d’une société commerciale.',
  reasonsEn: 'The call is for non-profit organisations; this application comes from a commercial company.',
};
