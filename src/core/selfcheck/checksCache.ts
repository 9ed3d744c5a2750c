/**
 * The checks between two sessions, so that none is parsed twice: what their files say, and why some can't be used.
 * Nothing that anybody typed is in it, but for the names of the files.
 */
import * as v from 'valibot';
import type { FileVersion } from '../journal/files';
import { PackedReader, PackedWriter } from '../journal/index/packed';
import {
  checkRecord,
  problemCodes,
  type CheckRecord,
  type RecordProblem,
  type RecordReading,
} from './record';

/** Changes with whatever `readRecord` takes or finds, and with what the cache holds. */
export const checksCacheTitle = 'two-hats-checks/1';

/** What was read of one file. */
export interface StoredCheck extends FileVersion {
  /** Relative to the journal. */
  readonly path: string;
  readonly reading: RecordReading;
}

export class ChecksCacheWriter {
  readonly #packed = new PackedWriter();

  add({ path, size, mtime, reading }: StoredCheck): void {
    this.#packed.addString(path);
    this.#packed.add(size);
    this.#packed.addFloat(mtime);
    if (reading.record) this.#addRecord(reading.record);
    else this.#addProblem(reading.problem);
  }

  text(): string {
    return this.#packed.text(checksCacheTitle);
  }

  #addRecord({ answers, ...record }: CheckRecord): void {
    const packed = this.#packed;
    packed.add(answers.length);
    const { format, kind, dimension, framework, version, period, started, finished } = record;
    for (const text of [format, kind, dimension, framework, version, period, started, finished])
      packed.addString(text);
    packed.addFloat(record.seed);
    for (const { statement, hash, answer, ms } of answers) {
      packed.addString(statement);
      packed.addString(hash);
      packed.add(answer);
      packed.addFloat(ms);
    }
  }

  /** No record is without answers: 0 tells. */
  #addProblem({ code, line, key }: RecordProblem): void {
    this.#packed.add(0);
    this.#packed.addString(code);
    this.#packed.add(line);
    this.#packed.addString(key);
  }
}

/** Gives back the checks of a cache one by one. */
export class ChecksCacheReader {
  readonly #packed: PackedReader;

  /** @throws Error for another format, and what is damaged; so does `next` */
  constructor(text: string) {
    this.#packed = new PackedReader(text, checksCacheTitle);
  }

  next(): StoredCheck | undefined {
    const packed = this.#packed;
    if (packed.isAtEnd) return undefined;
    const file = { path: packed.string(), size: packed.next(), mtime: packed.nextFloat() };
    const asked = packed.next();
    const reading = asked === 0 ? { problem: this.#problem() } : { record: this.#record(asked) };
    return { ...file, reading };
  }

  #record(asked: number): CheckRecord {
    const packed = this.#packed;
    const record = {
      ...{ format: packed.stringIfAny(), kind: packed.stringIfAny() },
      ...this.#dimension(),
      ...{ framework: packed.stringIfAny(), version: packed.stringIfAny(), period: packed.stringIfAny() },
      ...{ started: packed.stringIfAny(), finished: packed.stringIfAny(), seed: packed.nextFloat(), asked },
    };
    return v.parse(checkRecord, { ...record, answers: this.#answers(asked) });
  }

  /** Absent from a record rather than undefined, as in its file. */
  #dimension(): { readonly dimension?: string } {
    const dimension = this.#packed.stringIfAny();
    return dimension === undefined ? {} : { dimension };
  }

  #answers(asked: number): readonly unknown[] {
    const packed = this.#packed;
    const answers: unknown[] = [];
    for (let left = asked; left > 0; left--) {
      const [statement, hash] = [packed.stringIfAny(), packed.stringIfAny()];
      answers.push({ statement, hash, answer: packed.next(), ms: packed.nextFloat() });
    }
    return answers;
  }

  #problem(): RecordProblem {
    const packed = this.#packed;
    return {
      code: v.parse(v.picklist(problemCodes), packed.stringIfAny()),
      line: packed.next(),
      key: packed.string(),
    };
  }
}
