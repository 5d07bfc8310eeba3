import { inviteSignInLink, PeopleRepository } from '@hemicycle/accounts';
import { AuditRepository, Ledger } from '@hemicycle/audit';
import { Database, dataSourceOptions } from '@hemicycle/database';
import { RuleRefusal } from '@hemicycle/graphql';
import {
  type Act,
  type College,
  dayOf,
  type Language,
  newId,
  type Role,
  SystemClock,
} from '@hemicycle/kernel';
import {
  AppointSecretary,
  NameFounder,
  ProcedureRepository,
  RegisterSecretariatBody,
} from '@hemicycle/procedure';
import { Logger } from '@nestjs/common';
import { isEmail } from 'class-validator';
import { DataSource } from 'typeorm';
import { publicUrlOf, readSettings } from '../../../api/src/config.js';
import { PARTS } from '../../../api/src/tables.js';
import { OperatorError } from '../operator-error.js';
import { say } from '../say.js';
import { onForum } from '../storage.js';

/** Who holds the role of secretariat when the operator names no body: the host of the forum (charter C3-HOST). */
const HOST = {
  fr: 'Conseil économique, social et environnemental (CESE)',
  en: 'Economic, Social and Environmental Council (CESE)',
};

export interface Invitation {
  readonly role: 'secretariat' | 'founding-group';
  /** First name and surname, or title; what stands before the @ of the address when absent. */
  readonly name?: string;
  /** Secretariat: the body, by its name in either language; registered when unknown. */
  readonly body?: string;
  /** Founding group: required. */
  readonly college?: 'government' | 'civil-society';
  readonly language: 'fr' | 'en';
}

/**
 * `hemicycle invite`: gives a person a role that the operator names, from today on, and prints a link to sign in
 * once, good for a day. Somebody who has the role already gets a new link only.
 */
export async function invite(email: string, invitation: Invitation): Promise<void> {
  if (!isEmail(email) || email.length > 254)
    throw new OperatorError({
      fr: `${email} n’est pas une adresse.`,
      en: `${email} is not an address.`,
    });
  const college = collegeOf(invitation);
  const settings = readSettings(process.env);
  // The line that the ledger writes for each command belongs in the log of the server; here the operator reads.
  Logger.overrideLogger(false);
  await onForum(settings, async ({ url }) => {
    const source = new DataSource(dataSourceOptions({ url, as: 'application', poolSize: 2 }, PARTS));
    await source.initialize();
    try {
      const database = new Database(source);
      const at = new SystemClock().now();
      const act: Act = {
        actor: { personId: null, sessionId: null, roles: new Set<Role>(['ANYONE']) },
        at,
        on: dayOf(at, settings.timeZone),
        requestId: newId(),
      };
      const person = {
        email: email.toLowerCase(),
        name: invitation.name ?? email.replace(/@.*$/, ''),
        language: invitation.language,
      };
      const { personId, path } = await database.transaction((tx) => inviteSignInLink(tx, { ...person, at }));
      if (college === null)
        await becomeSecretary(database, act, personId, { ...person, body: invitation.body });
      else await becomeFounder(database, act, personId, { ...person, college });
      say({
        fr: `Lien de connexion de ${person.email}, à ne remettre qu’à elle ou lui ; il sert une fois, dans les 24 heures :`,
        en: `Sign-in link of ${person.email}, for that person alone; it works once, within 24 hours:`,
      });
      console.log(`${publicUrlOf(settings)}${path}`);
    } finally {
      await source.destroy();
    }
  });
}

function collegeOf({ role, college, body }: Invitation): College | null {
  if (role === 'secretariat') {
    if (college !== undefined)
      throw new OperatorError({
        fr: '--college est pour le groupe fondateur : le secrétariat ne siège dans aucun collège.',
        en: '--college is for the founding group: the secretariat sits in none.',
      });
    return null;
  }
  if (body !== undefined)
    throw new OperatorError({
      fr: '--body est pour le secrétariat.',
      en: '--body is for the secretariat.',
    });
  if (college === undefined) {
    throw new OperatorError({
      fr: '--college manque : government ou civil-society, le collège de ce membre du groupe fondateur.',
      en: '--college is missing: government or civil-society, the side of this member of the founding group.',
    });
  }
  return college === 'government' ? 'GOVERNMENT' : 'CIVIL_SOCIETY';
}

interface Named {
  readonly email: string;
  readonly name: string;
  readonly language: 'fr' | 'en';
}

async function becomeSecretary(
  database: Database,
  act: Act,
  personId: string,
  { body, ...person }: Named & { readonly body: string | undefined },
): Promise<void> {
  const procedure = new ProcedureRepository();
  if (await procedure.isSecretary(database.reader, personId, act.on)) return;
  const ledger = new Ledger(database, new AuditRepository());
  const name = body === undefined ? HOST : { fr: body, en: body };
  const [known] = await database.transaction((tx) => procedure.bodiesNamed(tx, name));
  const registering = new RegisterSecretariatBody(ledger, procedure);
  const { id: bodyId } = known ?? done(await registering.execute(act, { nameFr: name.fr, nameEn: name.en }));
  const appointing = new AppointSecretary(ledger, new PeopleRepository(), procedure);
  done(await appointing.execute(act, { ...person, language: inApi(person), bodyId }));
}

async function becomeFounder(
  database: Database,
  act: Act,
  personId: string,
  person: Named & { readonly college: College },
): Promise<void> {
  const procedure = new ProcedureRepository();
  if (await procedure.isFounder(database.reader, personId, act.on)) return;
  const ledger = new Ledger(database, new AuditRepository());
  const naming = new NameFounder(ledger, new PeopleRepository(), procedure);
  done(await naming.execute(act, { ...person, language: inApi(person) }));
}

const inApi = ({ language }: Named): 'FR' | 'EN' => (language === 'fr' ? 'FR' : 'EN');

/** @throws OperatorError with the reasons of a refusal. */
function done<Thing>(result: Thing | RuleRefusal): Thing {
  if (!(result instanceof RuleRefusal)) return result;
  const reasons = (language: Language): string =>
    result.violations.map(({ rule, reason }) => `${reason[language]} (${rule.id})`).join(' ');
  throw new OperatorError({ fr: reasons('fr'), en: reasons('en') });
}
