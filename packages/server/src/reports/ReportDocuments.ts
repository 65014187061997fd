import { createHash, randomUUID } from 'node:crypto';
import { GlasspaneError, type ReportRun, type ReportSchedule } from '@glasspane/core';
import type { DocumentChange, DocumentStore, StoredDocument } from '../documents/DocumentStore.ts';

/** A schedule as it is kept. */
export interface StoredSchedule {
  readonly schedule: ReportSchedule;
  /** Slots at or before this moment are done with, in milliseconds since the epoch. */
  readonly afterMs: number;
  /** Tells the mails of this schedule from those of any other in the world. */
  readonly key: string;
}

/** A run as it is kept: what is to be sent is fixed when it is due, whatever becomes of the schedule. */
export interface StoredRun {
  readonly run: ReportRun;
  readonly schedule: ReportSchedule;
  /** The same for each try, so that a mail that arrives twice can be known. */
  readonly messageId: string;
}

const SCHEDULES = 'report-schedules';
const RUNS = 'report-runs';
const MAX_RUNS = 100;

/** The schedules and runs among the server's documents. */
export class ReportDocuments {
  readonly #documents: DocumentStore;

  constructor(documents: DocumentStore) {
    this.#documents = documents;
  }

  schedules(): readonly StoredDocument<StoredSchedule>[] {
    return this.#documents.list(SCHEDULES);
  }

  /** @throws {@link GlasspaneError} `not_found` when there is none. */
  schedule(id: string): StoredDocument<StoredSchedule> {
    const document = this.#documents.get<StoredSchedule>(SCHEDULES, id);
    if (document !== undefined) return document;
    throw new GlasspaneError('not_found', `There is no report with the id ${JSON.stringify(id)}.`);
  }

  run(id: string): StoredDocument<StoredRun> | undefined {
    return this.#documents.get(RUNS, id);
  }

  /** Returns the runs of a schedule, the newest first. */
  runs(scheduleId: string): readonly ReportRun[] {
    const all = this.#documents.list<StoredRun>(RUNS).map(({ value }) => value.run);
    return all.filter((run) => run.scheduleId === scheduleId).sort(byNewest);
  }

  /** Returns the newest run of each schedule, by its id. */
  lastRuns(): ReadonlyMap<string, ReportRun> {
    const oldestFirst = this.#documents
      .list<StoredRun>(RUNS)
      .map(({ value }) => value.run)
      .sort((a, b) => byNewest(b, a));
    return new Map(oldestFirst.map((run) => [run.scheduleId, run]));
  }

  pendingRuns(): readonly StoredDocument<StoredRun>[] {
    return this.#documents.list<StoredRun>(RUNS).filter(({ value }) => value.run.status === 'pending');
  }

  /** @throws {@link GlasspaneError} `conflict` when the id is taken. */
  async add(schedule: ReportSchedule, afterMs: number): Promise<void> {
    const value: StoredSchedule = { schedule, afterMs, key: randomUUID() };
    await this.#documents.apply([{ collection: SCHEDULES, id: schedule.id, value, ifRevision: 0 }]);
  }

  async replace(document: StoredDocument<StoredSchedule>, value: StoredSchedule): Promise<void> {
    await this.#documents.apply([scheduleChange(document, value)]);
  }

  /** Deletes a schedule with all that was sent or is to be sent for it. */
  async remove(id: string): Promise<void> {
    const { revision } = this.schedule(id);
    const runs = this.runs(id).map((run): DocumentChange => ({ collection: RUNS, id: run.id }));
    await this.#documents.apply([{ collection: SCHEDULES, id, ifRevision: revision }, ...runs]);
  }

  /**
   * Keeps new runs of a schedule that is as it was read, and notes how far its slots are done with.
   *
   * @throws {@link GlasspaneError} `conflict` when it was changed meanwhile, or has a run of one of the ids.
   */
  async addRuns(document: StoredDocument<StoredSchedule>, runs: readonly ReportRun[], afterMs: number): Promise<void> {
    const { schedule, key } = document.value;
    const added = runs.map((run): DocumentChange => {
      const value: StoredRun = { run, schedule, messageId: toMessageId(key, run.id) };
      return { collection: RUNS, id: run.id, value, ifRevision: 0 };
    });
    const kept = [...runs, ...this.runs(schedule.id)].sort(byNewest);
    const old = kept.slice(MAX_RUNS).filter(({ status }) => status !== 'pending');
    await this.#documents.apply([
      ...added,
      scheduleChange(document, { ...document.value, afterMs }),
      ...old.map(({ id }): DocumentChange => ({ collection: RUNS, id })),
    ]);
  }

  /** @throws {@link GlasspaneError} `conflict` when the run was changed or deleted meanwhile. */
  async updateRun(document: StoredDocument<StoredRun>, run: ReportRun): Promise<StoredDocument<StoredRun>> {
    const value: StoredRun = { ...document.value, run };
    const { id } = document;
    const [revision = 0] = await this.#documents.apply([
      { collection: RUNS, id, value, ifRevision: document.revision },
    ]);
    return { ...document, revision, value };
  }
}

/** Returns the id of the run of a slot: there is one, whoever makes it. */
export function slotRunId(scheduleId: string, slotMs: number): string {
  return `${scheduleId}@${slotMs}`;
}

function scheduleChange({ id, revision }: StoredDocument<StoredSchedule>, value: StoredSchedule): DocumentChange {
  return { collection: SCHEDULES, id, value, ifRevision: revision };
}

function byNewest(a: ReportRun, b: ReportRun): number {
  return b.slotMs - a.slotMs || (a.id < b.id ? 1 : -1);
}

function toMessageId(key: string, runId: string): string {
  return `<report.${createHash('sha256').update(`${key}\n${runId}`).digest('hex').slice(0, 40)}@glasspane>`;
}
