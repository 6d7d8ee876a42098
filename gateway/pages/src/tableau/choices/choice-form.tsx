import type { ComponentChildren, VNode } from 'preact';
import { usePlace } from '@palier/gateway/document/link';
import { MomentInput } from '../../shell/moment-input.tsx';
import { groupBy } from '../shown/group-by.ts';
import { namePeriode } from '../shown/say.ts';
import { asksFor, type CampagneLue, type Choices } from './choices.ts';

interface Option {
  readonly value: string;
  readonly name: string;
  /** What it stands under, among others that follow one another. */
  readonly group?: string;
}

export interface Field {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly Option[];
}

export interface FormProps {
  /** Path of the page that shows what is chosen. */
  readonly action: string;
  readonly label: string;
  readonly fields: readonly Field[];
  /** Where what is chosen is shown, when it is not at the top of the page. */
  readonly anchor?: string;
  readonly children?: ComponentChildren;
  /** Where the moments that are read are chosen; without it, one for the whole page. */
  readonly moments?: ComponentChildren;
}

/** A choice whose result is an address. */
export function ChoiceForm({ action, label, fields, anchor, children, moments }: FormProps): VNode {
  const { base, au } = usePlace();
  return (
    <>
      <p class="printed">
        {fields
          .map(
            ({ label: said, value, options }) =>
              `${said} : ${options.find((one) => one.value === value)?.name ?? value}`,
          )
          .join(' · ')}
      </p>
      <form
        class="choices"
        action={`${base}${action}${anchor === undefined ? '' : `#${anchor}`}`}
        method="get"
        aria-label={label}
      >
        {fields.map(({ name, label: said, value, options }) => (
          <label key={name}>
            <span>{said}</span>
            <select name={name} key={name}>
              {[...groupBy(options, ({ group }) => group)].map(([group, same]) =>
                group === undefined ? (
                  same.map((option) => <Choice key={option.value} of={option} value={value} />)
                ) : (
                  <optgroup key={group} label={group}>
                    {same.map((option) => (
                      <Choice key={option.value} of={option} value={value} />
                    ))}
                  </optgroup>
                ),
              )}
            </select>
          </label>
        ))}
        {children}
        {moments ?? <MomentInput name="au" label="Connu le (vide : maintenant)" value={au ?? ''} />}
        <button type="submit">Afficher</button>
      </form>
    </>
  );
}

const Choice = ({ of, value }: { readonly of: Option; readonly value: string }): VNode => (
  <option value={of.value} selected={of.value === value}>
    {of.name}
  </option>
);

export const exigenceField = ({ exigence, exigences, campagne }: Choices): Field => ({
  name: 'exigence',
  label: 'Exigence mesurée',
  value: exigence.code,
  options: exigences.map((one) => ({
    value: one.code,
    name: asksFor(campagne, one) === false ? `${one.name} (pas demandée)` : one.name,
  })),
});

export const campagneField = ({ campagne, campagnes }: Choices): Field =>
  toCampagneField(campagne, campagnes);

export const toCampagneField = (campagne: CampagneLue, campagnes: readonly CampagneLue[]): Field => ({
  name: 'campagne',
  label: 'Campagne',
  value: campagne.code,
  options: campagnes.map(({ code, nom, courante }) => ({
    value: code,
    name: courante ? `${nom} (courante)` : nom,
  })),
});

export const periodeField = ({ periode, periodes }: Choices): Field => ({
  name: 'periode',
  label: 'Période financière',
  value: periode,
  options: periodes.map((code) => ({ value: code, name: namePeriode(code) })),
});

/** None for an exigence without volets. */
export const voletFields = ({ exigence: { indicateur }, volet }: Choices): readonly Field[] =>
  volet === null
    ? []
    : [
        {
          name: 'volet',
          label: 'Volet',
          value: volet,
          options: indicateur.volets.map((name) => ({ value: name, name })),
        },
      ];
