import { initialize } from 'monaco-editor/esm/vs/editor/editor.worker.js';
import { GraphQLWorker } from 'monaco-graphql/esm/GraphQLWorker.js';
import { sayEngineMessage } from '@palier/federation/errors/engine-messages';

/** Checks what is typed as monaco-graphql does, and says it as the gateway does. */
class FrenchWorker extends GraphQLWorker {
  override async doValidation(uri: string): ReturnType<GraphQLWorker['doValidation']> {
    const markers = await super.doValidation(uri);
    return markers.map((marker) => ({
      ...marker,
      message: sayEngineMessage(marker.message),
    }));
  }
}

globalThis.onmessage = () => {
  initialize((context, data) => new FrenchWorker(context, data));
};
