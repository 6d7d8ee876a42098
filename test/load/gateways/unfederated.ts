/** The same graph by one Apollo Server, from memory: what federation is compared with. */
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { Supergraph } from '@apollo/federation-internals';
import { readFileSync } from 'node:fs';
import { printSchema } from 'graphql';
import { wholeResolvers } from '../neutral/resolvers.ts';

const supergraph = Supergraph.build(readFileSync(process.env['SUPERGRAPH_PATH']!, 'utf8'));
const typeDefs = printSchema(supergraph.apiSchema().toGraphQLJSSchema());
const server = new ApolloServer({ typeDefs, resolvers: wholeResolvers as never });
await startStandaloneServer(server, { listen: { port: Number(process.env['PORT']), host: '127.0.0.1' } });
