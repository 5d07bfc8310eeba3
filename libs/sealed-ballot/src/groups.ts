import { belenios2048, portableArithmetic } from './belenios-2048.js';
import { CheckFailed } from './checks.js';
import { ed25519Group } from './ed25519.js';
import { GROUP_NAMES, type Group, type GroupName } from './group.js';

/** Finds a group by its name: pure JavaScript here; a server passes its own, which gives the same results faster. */
export type Groups = (name: GroupName) => Group;

const made = new Map<GroupName, Group>();

/** The groups in pure JavaScript, which run everywhere. */
export const portableGroups: Groups = (name) => {
  const known = made.get(name);
  if (known !== undefined) return known;
  const group = name === 'Ed25519' ? ed25519Group() : belenios2048(portableArithmetic);
  made.set(name, group);
  return group;
};

/** The name of a group, if we know it. @throws CheckFailed group-known */
export function groupName(name: string, place: string): GroupName {
  const known = GROUP_NAMES.find((each) => each === name);
  if (known === undefined) throw new CheckFailed('group-known', place);
  return known;
}
