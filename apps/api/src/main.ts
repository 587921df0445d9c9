import { runProcess } from '@keyart/common';
import { openApi } from './open-api';

void runProcess('api', openApi);
