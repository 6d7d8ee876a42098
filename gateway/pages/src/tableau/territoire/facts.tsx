import type { ComponentChildren, VNode } from 'preact';
import type { Asked } from '../../shell/page.ts';
import { sayOrigine } from '../../shell/say-source.ts';
import { ViewLink } from '../choices/view-link.tsx';
import { Absence } from '../shown/absence.tsx';
import { FactLink } from '../shown/fact-link.tsx';
import { ETABLISSEMENTS, isSilent, MSSS, SANTE_QUEBEC } from '../shown/level.ts';
import { NotRead } from '../shown/not-read.tsx';
import { Source } from '../shown/provenance.tsx';
import { sayNumber } from '../../shell/say-number.ts';
import { sayDay } from '@palier/calls/say-instant';
import { sayPopulation } from '../shown/say.ts';
import type { Gestionnaire, TerritoireLu } from './data.ts';

interface FactsProps {
  readonly of: TerritoireLu;
  readonly told: Asked<unknown>;
}

/** Where a territory is, who answers for it, and how many people live there. */
export function Facts({ of, told }: FactsProps): VNode {
  const { code, region, reseauTerritorial, reseauLocal, gestionnaire, provenance } = of;
  const { etablissement, provenanceEtablissement } = of;
  return (
    <dl class="fiche">
      <Fact name="Région sociosanitaire">
        <FactLink type="Region" code={region.code}>
          {region.nom}
        </FactLink>
      </Fact>
      <Fact name="Réseau territorial">
        <FactLink type="ReseauTerritorial" code={reseauTerritorial.code}>
          {reseauTerritorial.nom}
        </FactLink>
      </Fact>
      <Fact name="Réseau local">
        {reseauLocal === null ? (
          <WithoutFact told={told} field="reseauLocal" name="Réseau local">
            aucun réseau local ne le compte
          </WithoutFact>
        ) : (
          <FactLink type="ReseauLocal" code={reseauLocal.code}>
            {reseauLocal.nom}
          </FactLink>
        )}
      </Fact>
      <Fact name="Établissement qui en répond">
        {etablissement === null ? (
          <NotRead what="Établissement" level={SANTE_QUEBEC} />
        ) : (
          <>
            <ViewLink to={`/tableau/etablissement/${etablissement.code}`}>{etablissement.nom}</ViewLink>
            {provenanceEtablissement && (
              <>
                {' ('}
                <Source of={provenanceEtablissement} />)
                {provenanceEtablissement.note != null && `. ${sayOwner(provenanceEtablissement.note)}`}
              </>
            )}
          </>
        )}
      </Fact>
      <Fact name="Gestionnaire du CLSC">
        <GestionnaireLu of={gestionnaire} />
      </Fact>
      <Population of={of} told={told} />
      <Fact name="Source">
        <Source of={provenance} fact={{ type: 'TerritoireClsc', code }} />
      </Fact>
    </dl>
  );
}

/** What is deduced is said so once, before it. */
const sayOwner = (note: string): string =>
  note.replace(/^déduit : /, '').replace(/^./, (letter) => letter.toUpperCase());

function Fact({ name, children }: { readonly name: string; readonly children: ComponentChildren }): VNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

interface WithoutFactProps {
  readonly told: Asked<unknown>;
  readonly field: keyof TerritoireLu;
  readonly name: string;
  readonly children: ComponentChildren;
}

/** In place of a fact that the ministry has not, or did not tell. */
function WithoutFact({ told, field, name, children }: WithoutFactProps): VNode {
  return isSilent(told, MSSS, ['territoireClsc', field]) ? (
    <NotRead what={name} level={MSSS} />
  ) : (
    <>{children}</>
  );
}

function GestionnaireLu({ of }: { readonly of: Gestionnaire | null }): VNode {
  if (of === null) return <NotRead what="Gestionnaire" level={ETABLISSEMENTS} />;
  const { fonction, enFonctionDepuis, provenance, absence } = of;
  if (fonction === null) return <Absence absence={absence} />;
  return (
    <>
      {fonction}
      {enFonctionDepuis !== null && `, en fonction depuis le ${sayDay(enFonctionDepuis)}`}
      {provenance !== null && ` (${sayOrigine(provenance.origine)})`}
    </>
  );
}

const POSITIONS: Readonly<Record<string, string>> = {
  SOUS_LE_REPERE: 'Sous le repère de taille',
  DANS_LE_REPERE: 'Dans le repère de taille',
  AU_DESSUS_DU_REPERE: 'Au-dessus du repère de taille',
};

function Population({ of: { population, situationPopulation: situation }, told }: FactsProps): VNode {
  return (
    <Fact name="Population">
      {population === null ? (
        <WithoutFact told={told} field="population" name="Population">
          aucune donnée
        </WithoutFact>
      ) : (
        <>
          {sayPopulation(population)} : <Source of={population.provenance} />.
          {population.provenance.note != null && ` ${population.provenance.note}.`}{' '}
          {POSITIONS[situation.position] ?? situation.position} de {sayNumber(situation.borneBasse)} à{' '}
          {sayNumber(situation.borneHaute)}. {situation.avertissement} <Source of={situation.provenance} />
        </>
      )}
    </Fact>
  );
}
