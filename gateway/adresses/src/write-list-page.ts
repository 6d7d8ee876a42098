import { type FileFormat, holdsOneTable } from './formats.ts';
import type { ListedOperation, ListedVariable } from './listed-operation.ts';

const STYLE = `
  :root { color-scheme: light dark; --ink: light-dark(#1b2733, #e4eaf1); --soft: light-dark(#47566a, #aebccb);
    --ground: light-dark(#f2f5f8, #121820); --surface: light-dark(#ffffff, #1a222d); --line: light-dark(#cfd8e1, #34404f);
    --accent: light-dark(#1d5a8f, #8cc4f2); }
  body { margin: 0; background: var(--ground); color: var(--ink);
    font: 16px/1.5 system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', sans-serif; }
  main { max-width: 860px; margin: 0 auto; padding: 24px 20px 48px; }
  a { color: var(--accent); }
  :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
  h1 { margin: 16px 0 8px; } h2 { margin: 32px 0 8px; font-size: 19px; }
  .wide { overflow-x: auto; }
  table { width: 100%; border-collapse: collapse; background: var(--surface); }
  caption { text-align: left; padding: 4px 0; color: var(--soft); }
  th, td { padding: 8px 12px; border: 1px solid var(--line); text-align: left; vertical-align: top; }
  ul { padding-left: 20px; } .formats { display: flex; flex-wrap: wrap; gap: 4px 16px; list-style: none; padding: 0; }
  code { overflow-wrap: anywhere; } .soft { color: var(--soft); }
`;

/** The addresses of the operations for people, whole without a script. */
export function writeListPage(path: string, operations: readonly ListedOperation[]): string {
  const sections = operations.map(writeOperation);
  return `<!doctype html>
<html lang="fr-CA">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Palier — adresses</title>
<link rel="icon" href="/palier.svg" type="image/svg+xml">
<style>${STYLE}</style>
</head>
<body>
<main>
<p><a href="/">Retour à l’explorateur</a></p>
<h1>Adresses</h1>
<p>Chaque opération enregistrée a une adresse, et les mêmes chiffres dans chaque format. Les variables suivent un
point d’interrogation : <code>${escape(path)}/nom.csv?variable=valeur</code>. Avec <code>asOf=2026-05-01</code>, c’est ce qui était
connu ce jour-là ; avec <code>updatedAfter=2026-05-01</code>, ce qui a changé depuis, retraits compris.</p>
${sections.length === 0 ? '<p>Aucune opération n’est enregistrée ici.</p>' : sections.join('\n')}
</main>
</body>
</html>
`;
}

function writeOperation({
  nom,
  description,
  variables,
  tableaux,
  parPages,
  adresses,
}: ListedOperation): string {
  const id = `op-${nom.replace(/[^\w-]/g, '_')}`;
  const isReady = !variables.some(({ obligatoire }) => obligatoire);
  const formats = Object.entries(adresses).map(([format, address]) => {
    const name = format === 'graphql' ? 'GraphQL (JSON)' : `.${format}`;
    // Without its variables or its table, the address would answer by a refusal.
    const isLink = isReady && (tableaux.length === 1 || !holdsOneTable(format as FileFormat));
    return isLink
      ? `<li><a href="${escape(address)}">${name}</a></li>`
      : `<li>${name} : <code>${escape(address)}</code></li>`;
  });
  return `<section aria-labelledby="${id}">
<h2 id="${id}">${escape(nom)}</h2>
<p>${escape(description)}</p>
${variables.length === 0 ? '<p class="soft">Sans variable.</p>' : writeVariables(nom, variables)}
${tableaux.length === 1 ? '' : `<p>Plusieurs tableaux ; en CSV et en Parquet, nommez-en un par <code>table=</code> :</p>\n<ul>${tableaux.map((name) => `<li><code>${escape(name)}</code></li>`).join('')}</ul>`}
${parPages ? '<p class="soft">Les fichiers contiennent toutes les pages, à moins de donner <code>first</code> ou <code>after</code>.</p>' : ''}
<ul class="formats" aria-label="Formats de ${escape(nom)}">${formats.join('')}</ul>
</section>`;
}

function writeVariables(operation: string, variables: readonly ListedVariable[]): string {
  const rows = variables.map(
    ({ nom, type, obligatoire, attendu, parDefaut }) =>
      `<tr><th scope="row"><code>${escape(nom)}</code></th><td><code>${escape(type)}</code></td><td>${obligatoire ? 'oui' : 'non'}</td><td>${escape(attendu)}${parDefaut === null ? '' : ` ; à défaut : ${escape(JSON.stringify(parDefaut))}`}</td></tr>`,
  );
  return `<div class="wide" tabindex="0" role="region" aria-label="Variables de ${escape(operation)}"><table>
<caption>Variables</caption>
<thead><tr><th scope="col">Nom</th><th scope="col">Type</th><th scope="col">Obligatoire</th><th scope="col">Attendu</th></tr></thead>
<tbody>${rows.join('')}</tbody>
</table></div>`;
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
