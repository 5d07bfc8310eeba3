import {
  BELENIOS_2048,
  belenios2048,
  ed25519Group,
  type Group,
  type GroupName,
  type Groups,
} from '@hemicycle/sealed-ballot';
import { opensslPower } from './modular-power.js';
import { montgomeryProducts } from './montgomery-products.js';
import { sodiumEd25519 } from './sodium-ed25519.js';

const made = new Map<GroupName, Group>();

/** The groups by native code where there is some: the same results as the portable ones, faster. */
export const nativeGroups: Groups = (name) => {
  const known = made.get(name);
  if (known !== undefined) return known;
  const group =
    name === 'Ed25519'
      ? (sodiumEd25519() ?? ed25519Group())
      : belenios2048({ power: opensslPower(), products: montgomeryProducts(BELENIOS_2048.p) });
  made.set(name, group);
  return group;
};
