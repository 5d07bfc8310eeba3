import {
  ARTICLES,
  EDITION_0,
  RULE_IDS,
  type RulesOfProcedure,
  type Setting,
  type SettingForm,
  settingInWords,
  SETTINGS,
} from '@hemicycle/charter';
import { enumOf, TextField } from '@hemicycle/graphql';
import type { Text } from '@hemicycle/kernel';
import { Field, type FieldOptions, InputType, Int, ObjectType, type ReturnTypeFunc } from '@nestjs/graphql';

const SHARE = 'A share of a whole, as two whole numbers so that nothing is ever rounded.';

@ObjectType({ description: SHARE })
export class Share {
  @Field(() => Int, { description: 'How many of the equal parts.' })
  numerator: number;

  @Field(() => Int, { description: 'Into how many equal parts the whole is divided.' })
  denominator: number;
}

@InputType({ description: SHARE })
export class ShareInput {
  @Field(() => Int, { description: 'How many of the equal parts: at least 1, at most the whole.' })
  numerator: number;

  @Field(() => Int, { description: 'Into how many equal parts the whole is divided: at most 100.' })
  denominator: number;
}

@ObjectType({ description: 'A number of seats for each college.' })
export class SeatsByCollege {
  @Field(() => Int, { name: 'government', description: 'For government actors.' })
  GOVERNMENT: number;

  @Field(() => Int, { name: 'civilSociety', description: 'For organised civil society.' })
  CIVIL_SOCIETY: number;
}

@InputType({ description: 'A number of seats for each college.' })
export class SeatsByCollegeInput {
  @Field(() => Int, { description: 'For government actors.' })
  government: number;

  @Field(() => Int, { description: 'For organised civil society.' })
  civilSociety: number;
}

/** Settings that choose among the same words share their enum; the others have one of their own name. */
const ENUM_NAMES: Partial<Record<Setting, string>> = {
  coChairMethod: 'ElectionMethod',
  committeeMethod: 'ElectionMethod',
  presidingOrder: 'PresidingRank',
};

const names = Object.keys(SETTINGS) as Setting[];
const sentence = (words: string): string => `${words[0]?.toUpperCase()}${words.slice(1)}.`;
const enumNameOf = (setting: Setting): string =>
  ENUM_NAMES[setting] ?? `${setting[0]?.toUpperCase()}${setting.slice(1)}`;

/** One enum for every set of words, whichever settings use it. */
const ENUMS = new Map(
  [...new Set(names.map(enumNameOf))].flatMap((name) => {
    const users = names.filter((setting) => enumNameOf(setting) === name);
    const options = users.flatMap((setting) => {
      const { form } = SETTINGS[setting];
      return 'options' in form ? form.options : [];
    });
    if (options.length === 0) return [];
    const meanings = Object.fromEntries(options.map(({ value, name: { en } }) => [value, sentence(en)]));
    const chosenBy = users.map((setting) => `\`${setting}\``).join(' and ');
    const about = `What ${chosenBy} may choose in the rules of procedure.`;
    return [[name, enumOf(name, Object.keys(meanings), about, meanings)] as const];
  }),
);

/** The methods of election that the rules of procedure may choose. */
export const ElectionMethodEnum = enumNamed('ElectionMethod');
export const DecisionMajorityEnum = enumNamed('DecisionMajority');

function enumNamed(name: string): object {
  const found = ENUMS.get(name);
  if (found === undefined) throw new Error(`No setting chooses among ${name}.`);
  return found;
}

function typeOf(setting: Setting, direction: 'output' | 'input'): ReturnTypeFunc {
  const { form } = SETTINGS[setting];
  const types: Record<SettingForm['type'], ReturnTypeFunc> = {
    YES_NO: () => Boolean,
    INTEGER: () => Int,
    CHOICE: () => enumNamed(enumNameOf(setting)),
    ORDER: () => [enumNamed(enumNameOf(setting))],
    SHARE: () => (direction === 'output' ? Share : ShareInput),
    BY_COLLEGE: () => (direction === 'output' ? SeatsByCollege : SeatsByCollegeInput),
  };
  return types[form.type];
}

/** What the setting means, in which bounds, and which rules read it: from the charter, so that it cannot differ. */
function aboutSetting(setting: Setting, direction: 'output' | 'input'): FieldOptions {
  const { meaning, form } = SETTINGS[setting];
  const whenNull = 'whenNull' in form ? form.whenNull : undefined;
  const said = [`${meaning.en}.`];
  if (whenNull !== undefined) said.push(`Null: ${whenNull.en}.`);
  if (form.type === 'INTEGER') said.push(`From ${form.min} to ${form.max}.`);
  if (form.type === 'BY_COLLEGE') said.push(`At least ${form.min} each, ${form.sum} in all.`);
  const byDefault = settingInWords(setting, EDITION_0).en;
  said.push(direction === 'output' ? `In edition 0: ${byDefault}.` : `Left out: ${byDefault}.`);
  const readers = RULE_IDS.filter((id) => ARTICLES[id].settings.includes(setting));
  said.push(`Read by ${readers.join(', ')}.`);
  return { nullable: direction === 'input' || whenNull !== undefined, description: said.join(' ') };
}

@ObjectType('RulesOfProcedureSettings', {
  description: 'What the forum chose where the texts leave a choice. What a text fixes is no setting.',
})
export class SettingsType {}

@InputType('RulesOfProcedureSettingsInput', {
  description:
    'The settings that differ from the charter’s defaults; those left out keep them. The charter bounds each of them.',
})
export class SettingsInput {}

for (const setting of names) {
  Field(typeOf(setting, 'output'), aboutSetting(setting, 'output'))(SettingsType.prototype, setting);
  Field(typeOf(setting, 'input'), aboutSetting(setting, 'input'))(SettingsInput.prototype, setting);
}

/** The settings of an input as the charter writes them; what is wrong with them is for the charter to say. */
export function settingsFrom({
  committeeSeatsPerCollege: seats,
  ...settings
}: SettingsInput & {
  readonly committeeSeatsPerCollege?: SeatsByCollegeInput | null;
}): Readonly<Partial<Record<Setting, unknown>>> {
  if (seats === undefined) return settings;
  const committeeSeatsPerCollege = seats && {
    GOVERNMENT: seats.government,
    CIVIL_SOCIETY: seats.civilSociety,
  };
  return { ...settings, committeeSeatsPerCollege };
}

@ObjectType({ description: 'One setting of an edition, in words.' })
export class SettingInWords {
  @Field({ description: 'Its name, that of the field of `settings`.' })
  setting: string;

  @TextField('What it decides.')
  meaning: Text;

  @TextField('What this edition chose.')
  value: Text;

  @Field(() => [String], { description: 'The ids of the rules that read it.' })
  rules: string[];
}

/** Every setting of an edition, in the charter's order. */
export function settingsInWords(rules: RulesOfProcedure): SettingInWords[] {
  return names.map((setting) => ({
    setting,
    meaning: SETTINGS[setting].meaning,
    value: settingInWords(setting, rules),
    rules: RULE_IDS.filter((id) => ARTICLES[id].settings.includes(setting)),
  }));
}
