import { Column, PrimaryColumn, type ColumnOptions } from 'typeorm';

/** The primary key: a random UUID given by the application, with the constraint's name spelled out. */
export const IdColumn = (constraint: string): PropertyDecorator =>
  PrimaryColumn('uuid', { primaryKeyConstraintName: constraint });

/** A calendar day of the forum (`Day`). */
export const DayColumn = (options: ColumnOptions = {}): PropertyDecorator => Column('date', options);

/** An instant, to the millisecond: as precise as the instants that come in. */
export const InstantColumn = (options: ColumnOptions = {}): PropertyDecorator =>
  Column('timestamptz', { precision: 3, ...options });

/** Words of bounded length, kept as text; the bound is checked where they enter. */
export const WordsColumn = (options: ColumnOptions = {}): PropertyDecorator => Column('text', options);
