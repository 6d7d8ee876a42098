import { connect } from 'node:net';

connect(80, '192.0.2.2').on('error', () => undefined);
