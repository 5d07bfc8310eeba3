import { RuleRefusal } from '@hemicycle/graphql';
import type { College } from '@hemicycle/kernel';
import {
  AppointSecretary,
  NameFounder,
  ProcedureRepository,
  RegisterSecretariatBody,
} from '@hemicycle/procedure';
import { tell } from '../say.js';
import type { Cast } from './cast.js';
import { admitCivilSociety } from './civil-society.js';
import { CIVIL_SOCIETY, GOVERNMENT, IMODEV, type StoryOrganisation } from './organisations.js';
import { holdPlenaries } from './plenaries.js';
import { alternateFor, correspondentFor, hostTrustee, memberFor, secretaryAt } from './people.js';
import { Story, type StoryPlace } from './story.js';
import type { DemonstrationTrustee } from './trustee-seeds.js';

/**
 * Tells the demonstration to an empty forum: the first year as the action plan tells it, then two plenaries a year, and one
 * that is in session when it is told, with a poll that is open.
 *
 * @param told the instant at which it is told, after the summer of 2024
 * @returns who holds the key of the open poll
 */
export async function tellStory(place: StoryPlace, told: Date): Promise<readonly DemonstrationTrustee[]> {
  const story = await Story.on(place, told);
  try {
    tell({
      fr: 'Démonstration : le groupe de travail fondateur',
      en: 'Demonstration: the founding working group',
    });
    const cast = await found(story);
    tell({ fr: 'Démonstration : organisations et membres', en: 'Demonstration: organisations and members' });
    const forum = await gather(story, cast);
    tell({
      fr: 'Démonstration : séances plénières et élections',
      en: 'Demonstration: plenaries and elections',
    });
    return await holdPlenaries(story, forum, told);
  } finally {
    await story.end();
  }
}

/** February 2024: the secretariat, the founding working group, and edition 1 of the rules, which the group approves. */
async function found(story: Story): Promise<Omit<Cast, 'organisationIds'>> {
  await story.goTo('2024-02-01');
  const procedure = story.get(ProcedureRepository);
  await story.database.transaction((tx) => procedure.markAsDemonstration(tx));
  const bodies: string[] = [];
  const secretaries: string[] = [];
  for (const { nameFr, nameEn, short, slug } of BODIES) {
    const body = named(await story.get(RegisterSecretariatBody).execute(story.operator, { nameFr, nameEn }));
    const appointment = named(
      await story
        .get(AppointSecretary)
        .execute(story.operator, { ...secretaryAt(short, slug), bodyId: body.id }),
    );
    bodies.push(body.id);
    secretaries.push(appointment.person.id);
  }
  const [hostId] = bodies as [string];
  const trustee = named(
    await story.get(AppointSecretary).execute(story.operator, { ...hostTrustee, bodyId: hostId }),
  );
  const founders: { personId: string; college: College }[] = [];
  for (const organisation of FOUNDERS) {
    const { college } = organisation;
    const founder = named(
      await story.get(NameFounder).execute(story.operator, { ...memberFor(organisation), college }),
    );
    founders.push({ personId: founder.person.id, college });
  }
  const [secretaryId] = secretaries as [string];
  const founderIds = {
    GOVERNMENT: founderOf('GOVERNMENT'),
    CIVIL_SOCIETY: founderOf('CIVIL_SOCIETY'),
  };

  await story.goTo('2024-02-12');
  const edition = await story.does(
    secretaryId,
    'draftRulesOfProcedure',
    { settings: {} },
    'RulesOfProcedure',
  );
  await story.goTo('2024-02-26');
  await story.does(
    founderIds.CIVIL_SOCIETY,
    'approveRulesOfProcedure',
    { editionId: edition.id },
    'RulesOfProcedure',
  );
  return { secretaryId, hostTrusteeId: trustee.person.id, founderIds };

  function founderOf(college: College): string {
    return (founders.find((founder) => founder.college === college) as { personId: string }).personId;
  }
}

/** March to May 2024: organisations, the call for applications, a direct appointment, departments convened. */
async function gather(story: Story, founders: Omit<Cast, 'organisationIds'>): Promise<Cast> {
  const { secretaryId, founderIds } = founders;
  await story.goTo('2024-03-04');
  const organisationIds = new Map<string, string>();
  for (const { name, college, slug } of [...GOVERNMENT, ...CIVIL_SOCIETY, IMODEV]) {
    const input = { nameFr: name.fr, nameEn: name.en, college };
    const { id } = await story.does(secretaryId, 'registerOrganisation', input, 'Organisation');
    organisationIds.set(slug, id);
    story.pass(2);
  }
  const cast = { ...founders, organisationIds };
  await admitCivilSociety(story, cast);

  await story.goTo('2024-04-18');
  const need = await story.does(founderIds.GOVERNMENT, 'stateNeed', NEED, 'Need');
  await story.goTo('2024-04-22');
  await story.does(
    secretaryId,
    'appointDirectly',
    { ...memberFor(IMODEV), organisationId: organisationIds.get(IMODEV.slug), needId: need.id },
    'Member',
  );

  await story.goTo('2024-04-24');
  const seats = new Map<StoryOrganisation, string>();
  for (const organisation of GOVERNMENT) {
    const organisationId = organisationIds.get(organisation.slug);
    const input = { ...memberFor(organisation), organisationId };
    seats.set(organisation, (await story.does(secretaryId, 'conveneMember', input, 'Member')).id);
    story.pass(2);
  }
  await story.goTo('2024-05-02');
  for (const organisation of GOVERNMENT.slice(2, 8)) {
    const organisationId = organisationIds.get(organisation.slug);
    const correspondent = { ...correspondentFor(organisation), organisationId };
    await story.does(secretaryId, 'nameCorrespondent', correspondent, 'Correspondent');
    const alternate = { ...alternateFor(organisation), organisationId, memberId: seats.get(organisation) };
    await story.does(secretaryId, 'nameAlternate', alternate, 'Member');
    story.pass(2);
  }
  return cast;
}

const BODIES = [
  {
    nameFr: 'Conseil économique, social et environnemental (CESE)',
    nameEn: 'Economic, Social and Environmental Council (CESE)',
    short: 'CESE',
    slug: 'cese',
  },
  {
    nameFr: 'Ministère chargé du Renouveau démocratique',
    nameEn: 'Ministry for Democratic Renewal',
    short: 'Renouveau démocratique',
    slug: 'renouveau',
  },
  {
    nameFr: 'Direction interministérielle de la transformation publique (DITP)',
    nameEn: 'Interministerial Directorate for Public Transformation (DITP)',
    short: 'DITP',
    slug: 'ditp',
  },
];

const FOUNDERS = [
  ...GOVERNMENT.filter(({ slug }) => slug === 'ditp' || slug === 'meae'),
  ...CIVIL_SOCIETY.filter(({ slug }) => slug === 'democratie-ouverte' || slug === 'decider-ensemble'),
];

const NEED = {
  statementFr:
    'Un regard universitaire sur le droit du gouvernement ouvert, que les organisations admises par l’appel n’apportent pas.',
  statementEn:
    'An academic eye on the law of open government, which the organisations admitted by the call do not bring.',
};

/** @throws Error when the operator’s act is refused. */
function named<Thing>(result: Thing | RuleRefusal): Thing {
  if (result instanceof RuleRefusal) throw new Error(`The story is refused: ${JSON.stringify(result)}`);
  return result;
}
