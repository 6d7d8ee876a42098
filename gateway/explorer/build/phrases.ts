/**
 * The English of one file, as its code writes it, and the French that takes its place; with it, what the code says to
 * those who do not see the page, where it says nothing or amiss.
 */
export interface FilePhrases {
  /** Path under node_modules. */
  readonly file: string;
  readonly phrases: readonly (readonly [english: string, french: string])[];
}

const EDITOR = '@graphiql/react/dist';
const DOCUMENTATION = '@graphiql/plugin-doc-explorer/dist';

export const PHRASES: readonly FilePhrases[] = [
  {
    file: 'graphiql/dist/GraphiQL.js',
    phrases: [
      // Above the answer, which it offers in other forms.
      ['t47,\n      t48,\n      footer', 't47,\n      footer?.props.before,\n      t48,\n      footer'],
      ['"New tab"', '"Nouvel onglet"'],
      // What is called a tab holds two buttons: it is an item of a list.
      ['role: "tabpanel"', 'role: "region"'],
      ['"Editor Commands"', '"Commandes de l’éditeur"'],
      ['"Operation Editor"', '"Éditeur de la requête"'],
      ['"Select active operation"', '"Onglets des requêtes"'],
      ['children: "Headers"', 'children: "En-têtes"'],
      ['? "Variables" : "Headers"', '? "Variables" : "En-têtes"'],
      ['"Show" : "Hide"} editor tools`', '"Montrer" : "Cacher"} les variables et les en-têtes`'],
    ],
  },
  {
    file: 'graphiql/dist/ui/sidebar.js',
    phrases: [
      ['"Hide" : "Show"}', '"Cacher" : "Montrer"}'],
      ['`Re-fetch GraphQL schema (', '`Relire le schéma ('],
      ['"Open short keys dialog"', '"Raccourcis clavier"'],
      ['"Short Keys"', '"Raccourcis clavier"'],
      [
        '"This modal provides a list of available keyboard shortcuts and their functions."',
        '"Les raccourcis du clavier et ce qu’ils font."',
      ],
      ['"Open settings dialog"', '"Réglages"'],
      ['"Settings"', '"Réglages"'],
      [
        '"This modal lets you adjust header persistence, interface theme, and clear local storage."',
        '"Le thème de la page et ce que ce navigateur retient."',
      ],
      ['"Persist headers"', '"Retenir les en-têtes"'],
      ['"Save headers upon reloading."', '"Les en-têtes restent après un rechargement."'],
      ['"Only enable if you trust this device."', '"Seulement sur un appareil de confiance."'],
      ['"On"', '"Oui"'],
      ['"Off"', '"Non"'],
      ['children: "Theme"', 'children: "Thème"'],
      ['"Adjust how the interface appears."', '"L’apparence de la page."'],
      ['"System"', '"Système"'],
      ['"Light"', '"Clair"'],
      ['"Dark"', '"Sombre"'],
      ['"Clear storage"', '"Vider la mémoire"'],
      [
        '"Remove all locally stored data and start fresh."',
        '"Efface les onglets et l’historique que ce navigateur retient."',
      ],
      ['"Cleared data"', '"Mémoire vidée"'],
      ['"Failed"', '"Échec"'],
      ['"Clear data"', '"Vider"'],
    ],
  },
  {
    file: 'graphiql/dist/ui/short-keys.js',
    phrases: [
      ['"Execute query"', '"Exécuter la requête"'],
      [
        '"Open the Command Palette (you must have focus in the editor)"',
        '"Toutes les commandes (depuis un éditeur)"',
      ],
      ['"Prettify editors"', '"Compléter un champ (dans un éditeur)": "Ctrl + Espace",\n  "Mettre en forme"'],
      ['"Copy query"', '"Copier la requête"'],
      ['"Re-fetch schema using introspection"', '"Relire le schéma"'],
      ['"Search in documentation"', '"Chercher dans la documentation"'],
      ['"Search in editor"', '"Chercher dans l’éditeur"'],
      ['"Merge fragments definitions into operation definition"', '"Fondre les fragments dans la requête"'],
      ['keys.split("-")', 'keys.split(" + ")'],
      ['"Short Key"', '"Touches"'],
      ['"Function"', '"Effet"'],
      ['"This Graph"', '"L’éditeur de Graph"'],
      ['"QL editor uses"', '"QL est Monaco. Ses raccourcis sont ceux de VS Code :"'],
      ['"Monaco editor shortcuts"', '"liste complète"'],
      ['", with keybindings similar to VS Code. See the full list of shortcuts for"', '", ou pour"'],
      ['"or"', '"et"'],
    ],
  },
  {
    file: 'graphiql/dist/ui/toolbar.js',
    phrases: [
      ['`Prettify query (', '`Mettre en forme ('],
      ['`Merge fragments into query (', '`Fondre les fragments dans la requête ('],
      ['`Copy query (', '`Copier la requête ('],
    ],
  },
  {
    file: `${EDITOR}/components/execute-button/index.js`,
    phrases: [
      ['`${isRunning ? "Stop" : "Execute"} query (', '`${isRunning ? "Arrêter" : "Exécuter"} la requête ('],
      ['`<Unnamed ${operation.operation}>`', '`Sans nom (${operation.operation})`'],
    ],
  },
  {
    file: `${EDITOR}/components/tabs/index.js`,
    phrases: [
      ['"Close Tab"', '"Fermer l’onglet"'],
      ['role: "tablist",', ''],
      ['role: "tab",', ''],
      ['"aria-selected": isActive,', '"aria-current": isActive ? "true" : undefined,'],
    ],
  },
  { file: `${EDITOR}/components/dialog/index.js`, phrases: [['"Close dialog"', '"Fermer"']] },
  { file: `${EDITOR}/components/response-editor.js`, phrases: [['"Result Window"', '"Réponse"']] },
  { file: `${EDITOR}/utility/tabs.js`, phrases: [['"<untitled>"', '"Sans nom"']] },
  {
    file: `${EDITOR}/utility/jsonc.js`,
    phrases: [['`are invalid JSON: ', '`ne sont pas du JSON valide : ']],
  },
  {
    file: `${EDITOR}/stores/execution.js`,
    phrases: [
      ['"Automatically added leaf fields"', '"Champs ajoutés d’office"'],
      ['`Request not sent. ', '`La requête n’est pas partie. '],
      ['"Variables" : "Request headers"', '"Les variables" : "Les en-têtes"'],
    ],
  },
  {
    file: `${EDITOR}/constants.js`,
    phrases: [
      ['label: "Prettify Editors"', 'label: "Mettre en forme"'],
      ['label: "Merge Fragments into Query"', 'label: "Fondre les fragments dans la requête"'],
      ['label: "Run Operation"', 'label: "Exécuter la requête"'],
      ['label: "Copy Query"', 'label: "Copier la requête"'],
      // As the keys are named in French, and joined.
      ['key: "Shift-Ctrl-P"', 'key: "Maj + Ctrl + P"'],
      ['key: "Shift-Ctrl-M"', 'key: "Maj + Ctrl + M"'],
      ['key: "Ctrl-Enter"', 'key: "Ctrl + Entrée"'],
      ['key: "Shift-Ctrl-C"', 'key: "Maj + Ctrl + C"'],
      ['key: "Shift-Ctrl-R"', 'key: "Maj + Ctrl + R"'],
      ['key: "Ctrl-F"', 'key: "Ctrl + F"'],
      ['key: "Ctrl-Alt-K"', 'key: "Ctrl + Alt + K"'],
    ],
  },
  {
    file: '@graphiql/plugin-history/dist/index.js',
    phrases: [['"History"', '"Historique"']],
  },
  {
    file: '@graphiql/plugin-history/dist/components.js',
    phrases: [
      ['"History"', '"Historique"'],
      ['"Cleared"', '"Vidé"'],
      ['"Failed to Clear"', '"Échec"'],
      ['"Clear"', '"Vider"'],
      ['placeholder: "Type a label"', 'placeholder: "Écrire un nom", "aria-label": "Nom de cette requête"'],
      ['onClick: handleClose, children:', 'onClick: handleClose, "aria-label": "Annuler", children:'],
      ['"Save"', '"Garder"'],
      ['"Set active"', '"Reprendre cette requête"'],
      ['"Edit label"', '"Changer le nom"'],
      ['"Remove favorite"', '"Retirer des favoris"'],
      ['"Add favorite"', '"Ajouter aux favoris"'],
      ['"Delete from history"', '"Retirer de l’historique"'],
    ],
  },
  {
    file: `${DOCUMENTATION}/context.js`,
    phrases: [
      ['title: "Documentation Explorer"', 'title: "Documentation"'],
      ['name: "Docs"', 'name: "Documentation"'],
      ['"Show Documentation Explorer"', '"Montrer Documentation"'],
    ],
  },
  {
    file: `${DOCUMENTATION}/components/doc-explorer.js`,
    phrases: [
      ['"Documentation Explorer"', '"Documentation"'],
      ['"Error fetching schema"', '"Le schéma n’a pu être lu."'],
      ['"Schema is invalid: "', '"Le schéma n’est pas valide : "'],
      ['"No GraphQL schema available"', '"Aucun schéma."'],
      ['`Go back to ', '`Retour à '],
    ],
  },
  {
    file: `${DOCUMENTATION}/components/schema-documentation.js`,
    phrases: [
      [
        '"A GraphQL schema provides a root type for each kind of operation."',
        '"Par où commencer : chaque genre d’opération a son type racine."',
      ],
      ['"Root Types"', '"Types racines"'],
      ['"All Schema Types"', '"Tous les types"'],
      // By name, what holds nothing last; the schema has them as they were met.
      [
        'Object.values(typeMap).map((type)',
        'Object.values(typeMap).sort((one, other) => (one[Symbol.toStringTag] === "GraphQLScalarType") - (other[Symbol.toStringTag] === "GraphQLScalarType") || one.name.localeCompare(other.name, "fr")).map((type)',
      ],
    ],
  },
  {
    file: `${DOCUMENTATION}/components/search.js`,
    phrases: [
      ['`Search ${navItem.name}...`', '`Chercher : ${navItem.name}`'],
      ['placeholder: t12', 'placeholder: `Chercher (${t12})`'],
      // The rest of the page stays there while the list is open.
      ['jsxs(ComboboxOptions, {', 'jsxs(ComboboxOptions, { modal: false,'],
      ['"No results found"', '"Rien trouvé"'],
      ['"Other results"', '"Ailleurs dans le schéma"'],
    ],
  },
  {
    file: `${DOCUMENTATION}/components/section.js`,
    phrases: [
      ['"Deprecated Arguments"', '"Arguments désuets"'],
      ['"Deprecated Enum Values"', '"Valeurs désuètes"'],
      ['"Deprecated Fields"', '"Champs désuets"'],
      ['"Enum Values"', '"Valeurs"'],
      ['Fields: FieldIcon', 'Champs: FieldIcon'],
      ['Implements: ImplementsIcon', '"Met en œuvre": ImplementsIcon'],
      ['Implementations: TypeIcon', '"Mis en œuvre par": TypeIcon'],
      ['"Possible Types"', '"Types possibles"'],
      ['"Root Types"', '"Types racines"'],
      ['"All Schema Types"', '"Tous les types"'],
    ],
  },
  {
    file: `${DOCUMENTATION}/components/type-documentation.js`,
    phrases: [
      ['"Implements"', '"Met en œuvre"'],
      ['"Implementations"', '"Mis en œuvre par"'],
      ['"Possible Types"', '"Types possibles"'],
      ['"Fields"', '"Champs"'],
      ['"Deprecated Fields"', '"Champs désuets"'],
      ['"Show Deprecated Fields"', '"Montrer les champs désuets"'],
      ['"Enum Values"', '"Valeurs"'],
      ['"Deprecated Enum Values"', '"Valeurs désuètes"'],
      ['"Show Deprecated Values"', '"Montrer les valeurs désuètes"'],
    ],
  },
  {
    file: `${DOCUMENTATION}/components/field-documentation.js`,
    phrases: [
      ['"Deprecated Arguments"', '"Arguments désuets"'],
      ['"Show Deprecated Arguments"', '"Montrer les arguments désuets"'],
    ],
  },
  { file: `${DOCUMENTATION}/components/argument.js`, phrases: [['"Deprecated"', '"Désuet"']] },
  { file: `${DOCUMENTATION}/components/deprecation-reason.js`, phrases: [['"Deprecated"', '"Désuet"']] },
];
