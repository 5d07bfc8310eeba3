import { CheckFailed, demand } from './checks.js';

/** Parses JSON text; from bytes, UTF-8 that must be valid. @throws CheckFailed json-well-formed */
export function parsed(raw: string | Uint8Array, place = ''): unknown {
  try {
    return JSON.parse(textOf(raw)) as unknown;
  } catch {
    throw new CheckFailed('json-well-formed', place);
  }
}

/** Bytes as UTF-8 text. @throws CheckFailed json-well-formed on invalid UTF-8 or a byte-order mark */
export function textOf(raw: string | Uint8Array): string {
  if (typeof raw === 'string') return raw;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(raw);
  } catch {
    throw new CheckFailed('json-well-formed', '');
  }
}

/** `value` as an object that has at least these fields. @throws CheckFailed json-shape */
export function record<Name extends string>(
  value: unknown,
  place: string,
  ...names: Name[]
): Readonly<Record<Name, unknown>> & Readonly<Record<string, unknown>> {
  demand(typeof value === 'object' && value !== null && !Array.isArray(value), 'json-shape', place);
  for (const name of names) demand(Object.hasOwn(value, name), 'json-shape', at(place, name));
  return value as Record<Name, unknown> & Record<string, unknown>;
}

/** `value` as an array, each item read in its place. @throws CheckFailed json-shape */
export function list<T>(value: unknown, place: string, read: (item: unknown, place: string) => T): T[] {
  demand(Array.isArray(value), 'json-shape', place);
  return value.map((item, index) => read(item, `${place}[${index}]`));
}

/** @throws CheckFailed json-shape */
export function readText(value: unknown, place: string): string {
  demand(typeof value === 'string', 'json-shape', place);
  return value;
}

/** A whole number ≥ 0. @throws CheckFailed json-shape */
export function readWhole(value: unknown, place: string): number {
  demand(typeof value === 'number' && Number.isSafeInteger(value) && value >= 0, 'json-shape', place);
  return value;
}

/**
 * Gives `value` back if `raw` is exactly its compact serialisation, fields in the order of the specification (4.15):
 * no unknown field, no space, no second writing of a number or a character. @throws CheckFailed json-canonical
 */
export function canonical<T>(raw: string | Uint8Array, value: T, place = ''): T {
  demand(textOf(raw) === JSON.stringify(value), 'json-canonical', place);
  return value;
}

/**
 * Parses a file that others may have written with fields of their own: compact, every field once, every character
 * written as we would, so that no two readers read it differently.
 * @throws CheckFailed json-well-formed, json-canonical
 */
export function parsedOnce(raw: string | Uint8Array): unknown {
  const text = textOf(raw);
  try {
    return canonical(text, parsed(text));
  } catch (error) {
    // What is nested too deep to be written again.
    throw error instanceof RangeError ? new CheckFailed('json-canonical', '') : error;
  }
}

/** The place of a field in a place. */
export const at = (place: string, name: string): string => (place === '' ? name : `${place}.${name}`);
