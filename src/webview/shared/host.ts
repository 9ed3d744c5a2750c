import { Endpoint, type Envelope, type Parser, type Voice } from '../../protocol/endpoint';
import type { PageVoice } from '../../protocol/page';

declare function acquireVsCodeApi(): {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
};

export type Api = ReturnType<typeof acquireVsCodeApi>;

/** VS Code hands its interface out once. */
export function acquireApi(): Api {
  return acquireVsCodeApi();
}

/** What stands in the page from its beginning. */
export function readModel<Model>(parse: Parser<Model>): Model | undefined {
  return parse(JSON.parse(document.getElementById('model')?.textContent ?? ''));
}

/** The page's end. A host may tell and answer; it asks a page for nothing. */
export function connect<In extends Voice & { readonly request: never }, Out extends PageVoice<unknown>>(
  api: Api,
  parse: Parser<Envelope<In>>,
  onEvent: (event: In['event']) => void,
): Endpoint<In, Out> {
  const endpoint = new Endpoint<In, Out>({
    parse,
    post: (message) => {
      api.postMessage(message);
    },
    onEvent,
    onRequest: () => Promise.reject(new Error('The host asks nothing of a page.')),
    warn: (text) => {
      endpoint.send({ type: 'problem', text });
    },
  });
  window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    endpoint.receive(data);
  });
  return endpoint;
}
