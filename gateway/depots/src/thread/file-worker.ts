import { parentPort, workerData } from 'node:worker_threads';
import { doFileTask, type FileTask } from './file-task.ts';

/** One task, then the thread ends: nothing of a file outlives it. */
parentPort?.postMessage(await doFileTask(workerData as FileTask));
