import { sha256 } from '@hemicycle/audit';
import type { RulesOfProcedure } from '@hemicycle/charter';

/**
 * What the audit trail keeps of an edition: SHA-256, in lowercase hex, of its settings written as JSON without
 * spaces, the names in alphabetical order at every level. Anyone can compute it from what the API tells.
 */
export function fingerprintOf(rules: RulesOfProcedure): string {
  return sha256(canonical(rules));
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`);
  return `{${members.join(',')}}`;
}
