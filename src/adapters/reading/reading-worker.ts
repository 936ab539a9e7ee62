/** The thread in which long texts are parsed and proofread: lines in `workerData`, one reading back. An entry of the build. */
import { parentPort, workerData } from 'node:worker_threads'
import { readHere } from './read-here.ts'

const lines: string[] = workerData
parentPort?.postMessage(readHere(lines))
