import { runProcess } from '@keyart/common';
import { openWorker } from './open-worker';

void runProcess('worker', openWorker);
