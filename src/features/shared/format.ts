/**
 * Sentences for people, made of the core's facts. A sentence that a single feature says stands in that feature;
 * what two of them say, or what needs a switch over facts, stands here.
 */
import * as vscode from 'vscode';
import { findDimension } from '../../core/framework/lookup';
import type { Framework, PromptKind } from '../../core/framework/model';
import { redactPath } from '../../core/journal/people/hiddenNames';
import type { People } from '../../core/journal/people/knownPeople';
import { FileError } from '../../core/journal/files';
import type { KnownTag } from '../../core/journal/tags/tags';
import type { TemplateKind } from '../../core/templates/model';
import type { Privacy } from '../../services/services';

// ---- Files ----------------------------------------------------------------------------------------------

export interface PathServices {
  readonly people: { readonly current: Pick<People, 'all'> };
  readonly privacy: Pick<Privacy, 'hidden'>;
}

/**
 * Tells paths of the journal as they may be shown. Folders of people are named after them, and files often are: while
 * private details are hidden, initials stand in the place of the names. Whatever shows a path asks this.
 */
export function pathFormatter({ people, privacy }: PathServices): (path: string) => string {
  return privacy.hidden ? redactPath(people.current.all) : (path) => path;
}

const named = 5;

/** A few of them by name. */
export function formatPaths(services: PathServices, paths: readonly string[]): string {
  const shown = paths.slice(0, named).map(pathFormatter(services));
  const more = paths.length - shown.length;
  const items = more > 0 ? [...shown, vscode.l10n.t('{0} more', more)] : shown;
  return new Intl.ListFormat(vscode.env.language, { type: 'conjunction' }).format(items);
}

/** @param otherwise what is said of an error that is not one of files */
export function formatReason(services: PathServices, error: unknown, otherwise: string): string {
  return error instanceof FileError ? formatFileError(services, error) : otherwise;
}

/** Why a file could not be read or written, and what to do about it. */
export function formatFileError(services: PathServices, error: FileError): string {
  const path = pathFormatter(services)(error.path);
  switch (error.code) {
    case 'readOnly':
      return vscode.l10n.t('“{0}” is read-only. Choose another journal folder, or make it writable.', path);
    case 'noPermission':
      return vscode.l10n.t(
        'You may not write “{0}”. Choose another journal folder, or change its permissions.',
        path,
      );
    case 'noSpace':
      return vscode.l10n.t('There is no space left to write “{0}”. Make room and try again.', path);
    case 'notAFolder':
      return vscode.l10n.t(
        '“{0}” lies where a folder is needed. Move it away, or choose another journal folder.',
        path,
      );
    case 'nameTooLong':
      return vscode.l10n.t('The name “{0}” is too long for this disk. Use a shorter one.', path);
    case 'notText':
      return vscode.l10n.t(
        '“{0}” is not saved as UTF-8, so nothing is written into it. Open it, choose Save with Encoding, then UTF-8.',
        path,
      );
    case 'busy':
      return vscode.l10n.t(
        '“{0}” is in use by another program. Wait until it is done with it, and try again.',
        path,
      );
    case 'tooManyOpen':
      return vscode.l10n.t(
        '“{0}” can’t be opened, because too many files are open on this computer. Close some programs and try again.',
        path,
      );
    case 'journalGone':
      return vscode.l10n.t(
        '“{0}” is not written, because your journal’s folder is gone. Connect its disk or put the folder back, and try again.',
        path,
      );
    case 'unavailable':
      return vscode.l10n.t('“{0}” can’t be reached. Try again; the Two Hats log has the reason.', path);
  }
}

// ---- Framework ------------------------------------------------------------------------------------------

/** `Decision Making · Leadership`, or the dimension alone. */
export function formatTag(framework: Framework, { dimension, hat }: KnownTag): string {
  const title = findDimension(framework, dimension)?.title ?? dimension;
  const label = framework.hats.find(({ id }) => id === hat)?.label;
  return label === undefined ? title : vscode.l10n.t('{0} · {1}', title, label);
}

// ---- Templates and notes --------------------------------------------------------------------------------

export function formatTemplateKind(kind: TemplateKind): string {
  switch (kind) {
    case 'oneOnOne':
      return vscode.l10n.t('1:1s');
    case 'retrospective':
      return vscode.l10n.t('Retrospectives');
    case 'block':
      return vscode.l10n.t('Blocks');
    case 'reflection':
      return vscode.l10n.t('Reflection');
  }
}

export function formatPromptKind(kind: PromptKind): string {
  switch (kind) {
    case 'reflection':
      return vscode.l10n.t('for reflection');
    case 'oneOnOne':
      return vscode.l10n.t('for 1:1s');
    case 'retrospective':
      return vscode.l10n.t('for retrospectives');
  }
}

// ---- Numbers and dates ----------------------------------------------------------------------------------

/** @param date local, `YYYY-MM-DD` */
export function formatDate(date: string): string {
  dayFormat ??= new Intl.DateTimeFormat(vscode.env.language, { dateStyle: 'medium', timeZone: 'UTC' });
  return dayFormat.format(new Date(`${date}T00:00:00Z`));
}

/** @param month `YYYY-MM` */
export function formatMonth(month: string): string {
  const parts = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  monthFormat ??= new Intl.DateTimeFormat(vscode.env.language, parts);
  return monthFormat.format(new Date(`${month}-01T00:00:00Z`));
}

// Made once: a thousand rows have dates, and making one takes as long as hundreds of uses.
let dayFormat: Intl.DateTimeFormat | undefined;
let monthFormat: Intl.DateTimeFormat | undefined;
