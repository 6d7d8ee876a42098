// Dans un territoire, Info-Social répond-il dans les quatre minutes, d’après quel texte, et qui en répond ?
//   node imputabilite.mjs http://127.0.0.1:4000 06112
import { Refusal, connect, quatreMinutes } from '@palier/client';

const [adresse, territoire] = process.argv.slice(2);
const palier = connect(`${adresse}/graphql`);

try {
  const { data, errors } = await palier.read(quatreMinutes, { territoire });
  // Un palier arrêté n’empêche pas les autres de répondre : ce qui manque est dit.
  for (const { message, path } of errors) console.log(`Manque ${path?.join('.')} : ${message}`);
  const lieu = data.territoireClsc;
  console.log(lieu?.nom ?? `Aucun territoire ${territoire}.`);
  for (const mesure of lieu?.mesures?.nodes ?? []) {
    if (mesure === null) continue;
    const { periode, valeur, unite, statut, verdict, provenance } = mesure;
    const fictive = provenance.origine === 'DEMONSTRATION' ? ' [donnée fictive]' : '';
    // Sans valeur n’est pas zéro : le statut dit si elle est supprimée, n’a pu être mesurée ou ne compte aucun cas.
    const dit = valeur === null ? `sans valeur (${statut})` : `${valeur} ${unite}`;
    console.log(`${periode.code}  ${dit}  ${verdict?.etat ?? 'sans verdict'}${fictive}`);
  }
  if (lieu?.mesures?.absence) console.log(`Aucune mesure : ${lieu.mesures.absence.motif}`);
  const { fixePar, coordonnePar, renduPar } = lieu?.imputabilite ?? {};
  if (fixePar) {
    const { document, lignes } = fixePar.provenance;
    console.log(`Fixe : ${fixePar.mandat.code} (document ${document?.code}, ${lignes})`);
  }
  if (coordonnePar) console.log(`Coordonne : ${coordonnePar.mandat?.code}`);
  if (renduPar) console.log(`Rend compte : ${renduPar.mandat?.code}, ${renduPar.gestionnaire?.fonction}`);
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(`${error.code} : ${error.message}`);
  process.exitCode = 1;
}
