import type { VNode } from 'preact';
import { Sides } from '../../shell/sides.tsx';
import { FactLink } from '../shown/fact-link.tsx';
import { Source } from '../shown/provenance.tsx';
import type { EcartLu } from './data.ts';

const GRAVITES: Readonly<Record<string, string>> = {
  MAJEURE: 'majeur',
  MINEURE: 'mineur',
  MISE_EN_GARDE: 'mise en garde',
};

/** The conflicts known of an exigence: both sides, the lines of each, and who should settle them. None is settled here. */
export function Ecarts({ ecarts }: { readonly ecarts: readonly EcartLu[] }): VNode {
  if (ecarts.length === 0) return <p>Aucun écart n’est connu entre les sources de cette exigence.</p>;
  return (
    <>
      {ecarts.map((ecart) => (
        <Ecart key={ecart.code} of={ecart} />
      ))}
    </>
  );
}

function Ecart({ of }: { readonly of: EcartLu }): VNode {
  const { code, titre, detail, gravite, graviteInferee, cotes, arbitre, provenances } = of;
  return (
    <article class="ecart" aria-labelledby={`ecart-${code}`}>
      <h3 id={`ecart-${code}`}>
        <FactLink type="Ecart" code={code} /> : {titre}
      </h3>
      <p>
        Écart {GRAVITES[gravite] ?? gravite}
        {graviteInferee && ' (gravité jugée par Palier)'}. {detail}
      </p>
      <Sides cotes={cotes} />
      <p>
        Lignes en cause :{' '}
        {provenances.map((provenance, rank) => (
          <span key={`${provenance.section} ${provenance.lignes}`}>
            {rank > 0 && ' ; '}
            <Source of={provenance} fact={{ type: 'Ecart', code }} />
          </span>
        ))}
        .{' '}
        {arbitre !== null && (
          <>
            Qui devrait trancher : mandat <FactLink type="Mandat" code={arbitre.code} />, par déduction ;
            aucun texte ne nomme d’arbitre.
          </>
        )}
      </p>
    </article>
  );
}
