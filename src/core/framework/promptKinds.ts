/** By itself: those who need no more than this load no parser. */
export const promptKinds = ['reflection', 'oneOnOne', 'retrospective'] as const;
export type PromptKind = (typeof promptKinds)[number];
