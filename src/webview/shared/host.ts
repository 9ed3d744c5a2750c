import {
  Endpoint,
  parseFromHost,
  type HostEvent,
  type ItemAddress,
  type ViewEvent,
  type ViewRequest,
} from '../../protocol/frameworkView';

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

/** What the parts of the page may ask for. */
export interface Actions {
  /** Each answers whether it was done. */
  insert(text: string): Promise<boolean>;
  copy(text: string): Promise<boolean>;
  check(dimension: string | null): void;
  showNotes(dimension: string): void;
  /** Tells people who listen to the page. */
  announce(text: string): void;
  /** Opens a card, goes to the place in it and focuses it. */
  open(place: ItemAddress): void;
  /** Called when there is something new to remember. */
  changed(): void;
}

export type ViewEndpoint = Endpoint<HostEvent, never, ViewEvent, ViewRequest>;

export function connect(api: Api, onEvent: (event: HostEvent) => void): ViewEndpoint {
  const endpoint: ViewEndpoint = new Endpoint({
    parse: parseFromHost,
    post: (message) => {
      api.postMessage(message);
    },
    onEvent,
    onRequest: () => Promise.reject(new Error('The host asks nothing of the view.')),
    warn: (text) => {
      endpoint.send({ type: 'problem', text });
    },
  });
  window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    endpoint.receive(data);
  });
  return endpoint;
}
