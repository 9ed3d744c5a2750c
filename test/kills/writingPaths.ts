/** Every way in which the product writes, as a process does it that may die, and as the next start finds it. */
import { newTopics } from '../../src/core/journal/capture/topics';
import { type WritingPath } from './paths/folders';
import { selfCheck } from './paths/selfCheck';
import { capturing } from './paths/capture';
import { carryOver, takingIn, ticking } from './paths/notes';
import { changingTag, notesOfChange } from './paths/tagChange';
import { removal } from './paths/removal';
import { cache } from './paths/cache';

export const writingPaths: Readonly<Record<string, WritingPath>> = {
  'a self-check': selfCheck,
  'a captured line': capturing(`${newTopics('Ana')}- one\n`),
  'a captured line in a new note': capturing(undefined),
  'a new note that takes actions over': carryOver,
  'a note of the day that takes actions and topics in': takingIn,
  'a tick': ticking,
  'a tag change over many notes': changingTag(notesOfChange),
  'the removal of a person': removal,
  'the cache of the index': cache,
};
