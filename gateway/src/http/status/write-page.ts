import type { DegradedPart } from '../health.ts';
import type { PartState, Status } from './read-status.ts';
import { sayInstant } from './read-facts.ts';

const DEGRADED: Readonly<Record<DegradedPart, string>> = {
  identite: 'La vérification des identités',
  audit: 'Le journal d’audit',
};

const STYLE = `
  :root { color-scheme: light dark; --ink: light-dark(#1b2733, #e4eaf1); --soft: light-dark(#47566a, #aebccb);
    --ground: light-dark(#f2f5f8, #121820); --surface: light-dark(#ffffff, #1a222d); --line: light-dark(#cfd8e1, #34404f);
    --accent: light-dark(#1d5a8f, #8cc4f2); --good: light-dark(#0b5f3a, #7fd6a8); --bad: light-dark(#a3200d, #ff9d8c); }
  body { margin: 0; background: var(--ground); color: var(--ink);
    font: 16px/1.5 system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', sans-serif; }
  main { max-width: 720px; margin: 0 auto; padding: 24px 20px 48px; }
  a { color: var(--accent); }
  :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
  h1 { margin: 16px 0 8px; }
  h2 { margin: 28px 0 8px; font-size: 19px; }
  table { width: 100%; border-collapse: collapse; background: var(--surface); }
  th, td { padding: 8px 12px; border: 1px solid var(--line); text-align: left; vertical-align: top; overflow-wrap: anywhere; }
  th { width: 38%; min-width: 8.5em; font-weight: 600; }
  .good { color: var(--good); } .bad { color: var(--bad); } .soft { color: var(--soft); }
`;

/** The state of the graph for people, whole without a script. */
export function writeStatusPage({ isReady, degraded, parts, facts }: Status, now: Date): string {
  const verdict = isReady
    ? '<p class="good"><strong>Le graphe répond.</strong></p>'
    : '<p class="bad"><strong>Le graphe ne répond pas aux questions en ce moment.</strong></p>';
  const warnings = degraded.map(
    (part) => `<p class="bad">${DEGRADED[part]} ne fonctionne pas en ce moment.</p>`,
  );
  return `<!doctype html>
<html lang="fr-CA">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Palier — état</title>
<link rel="icon" href="/palier.svg" type="image/svg+xml">
<style>${STYLE}</style>
</head>
<body>
<main>
<p><a href="/">Retour à l’explorateur</a></p>
<h1>État</h1>
${[verdict, ...warnings].join('\n')}
<p class="soft">Lu le ${escape(sayInstant(now))}. Pour un programme : <a href="/health">/health</a>.</p>
${parts === undefined ? '<p>Le détail ne se lit que là où chacun peut interroger tout le graphe.</p>' : ''}
${parts === undefined ? '' : table('Les paliers', parts.map(toRow))}
${
  facts === undefined
    ? ''
    : table(
        'Ce qu’il sert',
        facts.map(({ subject, said }) => [subject, escape(said)] as const),
      )
}
</main>
</body>
</html>
`;
}

const toRow = ({ name, answers, said }: PartState): readonly [string, string] => [
  name,
  `<span class="${answers ? 'good' : 'bad'}">${escape(said)}</span>`,
];

function table(title: string, rows: readonly (readonly [string, string])[]): string {
  const lines = rows.map(([head, cell]) => `<tr><th scope="row">${escape(head)}</th><td>${cell}</td></tr>`);
  return `<h2>${title}</h2>\n<table>\n${lines.join('\n')}\n</table>`;
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
