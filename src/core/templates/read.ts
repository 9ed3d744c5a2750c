import * as v from 'valibot';
import { isScalar, parseDocument, type Document } from 'yaml';
import { rangeAt } from '../util/yaml';
import { readBody } from './body';
import { templateKinds, type Template, type TemplateSet } from './model';
import type { BodyProblem, TemplateProblem } from './problems';

export interface TemplatesReading {
  readonly value?: TemplateSet;
  readonly problems: readonly TemplateProblem[];
}

/**
 * Reads a templates file; bodies may use the tags given, without `#`. `value` is there when there is no problem, and
 * only then.
 */
export function readTemplates(text: string, tags: ReadonlySet<string>): TemplatesReading {
  const document = parseDocument(text, { prettyErrors: false });
  const syntax = document.errors.map(({ message, pos: [start, end] }): TemplateProblem => {
    return { code: 'syntax', message, start, end };
  });
  if (syntax.length > 0) return { problems: syntax };
  const parsed = v.safeParse(fileSchema, document.toJS());
  if (!parsed.success) return { problems: parsed.issues.map((issue) => invalid(document, issue)) };
  const { language, templates } = parsed.output;
  const bodies = templates.map((template, index) => placedBody(document, text, index, template.body, tags));
  const problems = [...repeatedIds(document, templates), ...bodies.flatMap((body) => body.problems)];
  if (problems.length > 0) return { problems };
  const read = templates.map((template, index): Template => {
    return { ...template, body: bodies[index]?.parts ?? [] };
  });
  return { value: { language, templates: read }, problems };
}

const line = v.pipe(v.string(), v.regex(/^\S.*$/));
const minute = v.pipe(v.number(), v.integer(), v.minValue(1));

const fileSchema = v.strictObject({
  language: line,
  templates: v.array(
    v.strictObject({
      id: v.pipe(v.string(), v.regex(/^[a-z\d]+(-[a-z\d]+)*$/)),
      kind: v.picklist(templateKinds),
      title: line,
      suits: line,
      minutes: v.optional(
        v.pipe(
          v.strictTuple([minute, minute]),
          v.check(([from, to]) => from <= to, 'the first number is the smaller one'),
        ),
      ),
      featured: v.optional(v.boolean()),
      body: v.pipe(v.string(), v.regex(/\S/)),
    }),
  ),
});

function invalid(document: Document, issue: v.InferIssue<typeof fileSchema>): TemplateProblem {
  const path = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
  return { code: 'invalid', path: path.join('.'), message: issue.message, ...rangeAt(document, path) };
}

function repeatedIds(document: Document, templates: readonly { readonly id: string }[]): TemplateProblem[] {
  const ids = templates.map(({ id }) => id);
  return ids.flatMap((id, index) =>
    ids.indexOf(id) === index
      ? []
      : [{ code: 'repeated', found: id, ...rangeAt(document, ['templates', index, 'id']) }],
  );
}

function placedBody(
  document: Document,
  text: string,
  index: number,
  body: string,
  tags: ReadonlySet<string>,
): { parts: Template['body']; problems: TemplateProblem[] } {
  const path = ['templates', index, 'body'];
  const node: unknown = document.getIn(path, true);
  const { start, end } = rangeAt(document, path);
  if (!isScalar(node) || node.type !== 'BLOCK_LITERAL')
    return { parts: [], problems: [{ code: 'notLiteral', start, end }] };
  const { parts, problems } = readBody(body, tags);
  return { parts, problems: problems.map((problem) => placed(problem, body, text, start)) };
}

/** From offsets into the body to offsets into the file, where each of its lines is indented. */
function placed(problem: BodyProblem, body: string, text: string, blockStart: number): TemplateProblem {
  const bodyLines = body.slice(0, problem.start).split('\n');
  const column = bodyLines.at(-1)?.length ?? 0;
  const number = bodyLines.length;
  const above = text.slice(blockStart).split('\n').slice(0, number);
  const lineStart = blockStart + above.join('\n').length + 1;
  const fileLine = /^[^\r\n]*/.exec(text.slice(lineStart))?.[0] ?? '';
  const indent = fileLine.length - (body.split('\n')[number - 1]?.length ?? 0);
  const start = lineStart + indent + column;
  return { ...problem, start, end: start + problem.end - problem.start };
}
