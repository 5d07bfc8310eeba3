import { BadUserInput } from '@hemicycle/graphql';
import { CheckFailed, type CheckName, CHECKS } from '@hemicycle/sealed-ballot';

/** What is wrong with an object that somebody's device sealed, as her error: the check, its place, never a value. */
export function badSealedObject(
  field: string,
  { check, place }: { check: CheckName; place: string },
): BadUserInput {
  const { statement } = CHECKS[check];
  return new BadUserInput(field, {
    fr: `Cette vérification échoue : ${statement.fr}${place === '' ? '' : ` Où : ${place}.`}`,
    en: `This check fails: ${statement.en}${place === '' ? '' : ` Where: ${place}.`}`,
  });
}

/** Does `work`, which reads what somebody's device sealed. @throws BadUserInput where a check fails */
export function reading<T>(field: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof CheckFailed) throw badSealedObject(field, error);
    throw error;
  }
}
