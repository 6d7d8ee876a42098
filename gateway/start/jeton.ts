import { issueJeton } from '@palier/gateway/identity/development/issue-jeton';
import { JETON_HELP, readJetonArguments } from '@palier/gateway/identity/development/jeton-arguments';
import { JetonFault } from '@palier/gateway/identity/development/jeton-fault';

/** `npm run jeton -- [options]`: a development token, then the variables of a gateway that accepts it. */
try {
  const asked = readJetonArguments(process.argv.slice(2));
  if (asked) {
    const { token, environment } = await issueJeton(asked, process.env['NODE_ENV']);
    process.stdout.write(`${token}\n\n${environment}\n`);
    process.stderr.write(
      '\nDémarrez la passerelle avec ces variables (devant « npm start »), puis envoyez « authorization: Bearer <jeton> ».\n',
    );
  } else process.stdout.write(JETON_HELP);
} catch (error) {
  if (!(error instanceof JetonFault)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
