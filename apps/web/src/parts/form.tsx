import {
  Button,
  ErrorSummary,
  Field,
  Fieldset,
  Input,
  Label,
  Radio,
  Select,
  Textfield,
  ValidationMessage,
} from '@digdir/designsystemet-react';
import type { AnyVariables, TypedDocumentNode } from '@urql/core';
import {
  type ComponentRef,
  createContext,
  type ReactNode,
  type SyntheticEvent,
  useContext,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import { useTell } from '../frame/notice.js';
import { type Given, useAct } from '../graphql/act.js';
import { Hindered } from './rule-refusal.js';

/** What is wrong with a form, by the name of the field. */
type Mistakes = Readonly<Record<string, string>>;

const FormContext = createContext<{ readonly id: string; readonly mistakes: Mistakes }>({
  id: '',
  mistakes: {},
});

function useField(name: string): { id: string; error: string | undefined } {
  const { id, mistakes } = useContext(FormContext);
  return { id: `${id}-${name}`, error: mistakes[name] };
}

/** What a form holds: every text as it was typed, without the blanks around it. */
export type Typed = (name: string) => string;

/** The language chosen in a field of that name. */
export const languageIn = (typed: Typed): 'FR' | 'EN' => (typed('language') === 'EN' ? 'EN' : 'FR');

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/**
 * A form that does one act. Its mistakes stand beside their fields, and all together above, where the focus goes;
 * whatever happens, what was typed stays.
 */
export function ActForm<Data extends { result: { __typename?: string } }, Variables extends AnyVariables>({
  document,
  variables,
  submit,
  done,
  onDone,
  children,
}: {
  readonly document: TypedDocumentNode<Data, Variables>;
  /** From what was typed; asynchronous where the browser has some work to do first. */
  readonly variables: (typed: Typed) => Variables | Promise<Variables>;
  readonly submit: string;
  /** What to tell afterwards. */
  readonly done: string;
  readonly onDone?: (given: Given<Data>) => void;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation();
  const id = useId();
  const tell = useTell();
  const { act, underWay, hindrance } = useAct(document);
  const [mistakes, setMistakes] = useState<Mistakes>({});
  const [preparing, setPreparing] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const summary = useRef<ComponentRef<typeof ErrorSummary>>(null);

  // What only the API could find wrong comes back with the name of the field.
  useEffect(() => {
    if (hindrance?.kind !== 'failed') return;
    const [error] = hindrance.error.graphQLErrors;
    const field = error?.extensions['field'];
    if (typeof field === 'string' && form.current?.elements.namedItem(field)) {
      setMistakes({ [field]: error?.message ?? '' });
    }
  }, [hindrance]);
  const found = Object.entries(mistakes);
  useEffect(() => {
    if (found.length > 0) summary.current?.focus();
  }, [mistakes]);

  function wrong({
    validity,
    validationMessage,
    minLength,
  }: Control & { minLength?: number }): string | null {
    if (validity.valueMissing) return t('form.missing');
    if (validity.customError) return validationMessage;
    if (validity.typeMismatch) return t('form.mistyped');
    if (validity.tooShort) return t('form.short', { count: minLength ?? 0 });
    return validity.valid ? null : t('form.wrong');
  }

  async function send(event: SyntheticEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const { currentTarget } = event;
    const controls = [...currentTarget.elements].filter(
      (one): one is Control => 'validity' in one && 'name' in one,
    );
    const now = Object.fromEntries(
      controls.flatMap((one) => {
        const said = one.name === '' ? null : wrong(one);
        return said === null ? [] : [[one.name, said] as const];
      }),
    );
    setMistakes(now);
    if (Object.keys(now).length > 0) return;
    const data = new FormData(currentTarget);
    const typed: Typed = (name) => {
      const value = data.get(name);
      return typeof value === 'string' ? value.trim() : '';
    };
    setPreparing(true);
    const given = await act(await variables(typed)).finally(() => setPreparing(false));
    if (given === null) return;
    currentTarget.reset();
    onDone?.(given);
    tell(done);
  }

  const inField = hindrance?.kind === 'failed' && found.length > 0;
  return (
    <FormContext value={{ id, mistakes }}>
      <form className="stack" ref={form} noValidate onSubmit={(event) => void send(event)}>
        {found.length > 0 && (
          <ErrorSummary ref={summary} tabIndex={-1}>
            <ErrorSummary.Heading level={3}>
              {t('form.summary', { count: found.length })}
            </ErrorSummary.Heading>
            <ErrorSummary.List>
              {found.map(([name, said]) => (
                <ErrorSummary.Item key={name}>
                  <ErrorSummary.Link
                    href={`#${id}-${name}`}
                    onClick={(event) => {
                      event.preventDefault();
                      window.document.getElementById(`${id}-${name}`)?.focus();
                    }}
                  >
                    {labelOf(form.current, name)}
                    {t('colon')}
                    {said}
                  </ErrorSummary.Link>
                </ErrorSummary.Item>
              ))}
            </ErrorSummary.List>
          </ErrorSummary>
        )}
        {children}
        <Button type="submit" loading={underWay || preparing}>
          {submit}
        </Button>
        {!inField && <Hindered by={hindrance} />}
      </form>
    </FormContext>
  );
}

function labelOf(form: HTMLFormElement | null, name: string): string {
  const control = form?.elements.namedItem(name);
  const one = control instanceof RadioNodeList ? control[0] : control;
  if (!(one instanceof HTMLElement)) return name;
  const legend = control instanceof RadioNodeList ? one.closest('fieldset')?.querySelector('legend') : null;
  return legend?.textContent ?? (one as HTMLInputElement).labels?.[0]?.textContent ?? name;
}

/** A line or several of text. */
export function TextInput({
  name,
  lines,
  ...rest
}: {
  readonly name: string;
  readonly label: string;
  readonly description?: string;
  /** How many lines to show; one when absent. */
  readonly lines?: number;
  readonly type?: 'text' | 'email' | 'date' | 'time' | 'url' | 'number';
  readonly required?: boolean;
  readonly defaultValue?: string;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly autoComplete?: string;
  /** What it is written in, where that is not the language of the page. */
  readonly lang?: 'fr' | 'en';
}) {
  const { id, error } = useField(name);
  const { type, ...text } = rest;
  const shown = { ...text, id, name, error, autoComplete: rest.autoComplete ?? 'off' };
  return lines === undefined ? (
    <Textfield {...shown} type={type ?? 'text'} />
  ) : (
    <Textfield {...shown} multiline rows={lines} />
  );
}

/** A file of the reader's device. */
export function FileInput({
  name,
  label,
  description,
  accept,
  largest,
  tooLarge,
  onChoose,
}: {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  /** The extensions that are taken, commas between. */
  readonly accept: string;
  /** In bytes; what is larger is said to be, and not sent. */
  readonly largest: number;
  readonly tooLarge: string;
  readonly onChoose: (file: File | null) => void;
}) {
  const { id, error } = useField(name);
  const describedBy = [`${id}-hint`, ...(error === undefined ? [] : [`${id}-error`])].join(' ');
  return (
    <Field>
      <Label htmlFor={id}>{label}</Label>
      <Field.Description id={`${id}-hint`}>{description}</Field.Description>
      <Input
        id={id}
        type="file"
        name={name}
        required
        accept={accept}
        aria-invalid={error !== undefined}
        aria-describedby={describedBy}
        onChange={({ target }) => {
          const file = target.files?.[0] ?? null;
          target.setCustomValidity(file !== null && file.size > largest ? tooLarge : '');
          onChoose(file);
        }}
      />
      {error !== undefined && <ValidationMessage id={`${id}-error`}>{error}</ValidationMessage>}
    </Field>
  );
}

interface Option {
  readonly value: string;
  readonly label: string;
  readonly description?: string;
}

/** One choice among a few, all of them in sight. */
export function Choice({
  name,
  legend,
  description,
  options,
  defaultValue,
}: {
  readonly name: string;
  readonly legend: string;
  readonly description?: string;
  readonly options: readonly Option[];
  readonly defaultValue?: string;
}) {
  const { id, error } = useField(name);
  return (
    <Fieldset>
      <Fieldset.Legend>{legend}</Fieldset.Legend>
      {description !== undefined && <Fieldset.Description>{description}</Fieldset.Description>}
      {options.map((option, place) => (
        <Radio
          key={option.value}
          {...option}
          id={place === 0 ? id : `${id}-${option.value}`}
          name={name}
          required
          defaultChecked={option.value === defaultValue}
          aria-invalid={error !== undefined}
        />
      ))}
      {error !== undefined && <ValidationMessage>{error}</ValidationMessage>}
    </Fieldset>
  );
}

/** One choice among many. */
export function Pick({
  name,
  label,
  options,
  defaultValue = '',
  onChoose,
}: {
  readonly name: string;
  readonly label: string;
  readonly options: readonly Option[];
  readonly defaultValue?: string;
  readonly onChoose?: (value: string) => void;
}) {
  const { id, error } = useField(name);
  const { t } = useTranslation();
  return (
    <Field>
      <Label>{label}</Label>
      <Select
        id={id}
        name={name}
        required
        defaultValue={defaultValue}
        aria-invalid={error !== undefined}
        onChange={({ target }) => onChoose?.(target.value)}
      >
        {defaultValue === '' && <Select.Option value="">{t('form.choose')}</Select.Option>}
        {options.map((option) => (
          <Select.Option key={option.value} value={option.value}>
            {option.label}
          </Select.Option>
        ))}
      </Select>
      {error !== undefined && <ValidationMessage>{error}</ValidationMessage>}
    </Field>
  );
}
