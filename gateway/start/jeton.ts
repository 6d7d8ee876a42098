import { issueJeton } from '@palier/gateway/identity/development/issue-jeton';
import { JETON_HELP, readJetonArguments } from '@palier/gateway/identity/development/jeton-arguments';
import { type Command, runCommand } from './commands/run-command.ts';

/** `npm run jeton -- [options]`: a development token, then the variables of a gateway that accepts it. */
const JETON: Command = {
  words: {
    failed: 'Aucun jeton n’est donné.',
    denied: 'Aucun jeton n’est donné.',
  },
  failedCode: 1,
  run: async ({ args, variables, stdout, stderr }) => {
    const asked = readJetonArguments(args);
    if (!asked) return JETON_HELP;
    const { token, environment } = await issueJeton(asked, variables['NODE_ENV']);
    stdout.write(`${token}\n\n${environment}\n`);
    stderr.write(
      '\nDémarrez la passerelle avec ces variables (devant « npm start »), puis envoyez « authorization: Bearer <jeton> ».\n',
    );
    return 0;
  },
};

await runCommand(JETON, process.env);
