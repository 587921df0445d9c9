import { OpenAiChatLabelScorer } from '@keyart/llm';
import { describeLabelScorer } from '../conformance/llm/label-scorer-conformance';

const url = process.env.LLM_SERVER_URL_TEST ?? '';
const serverPid = Number(process.env.LLM_SERVER_PID_TEST);

/** One server for all; stalling freezes its process until the rig is disposed. */
describeLabelScorer({
  name: 'OpenAI-like chat, llama-cpp-python serving SmolLM2-135M',
  labels: [' Yes', ' No'],
  open: (timeoutMs) => {
    const scorer = new OpenAiChatLabelScorer({ url, model: 'smollm2-135m', timeoutMs });
    const dispose = async (): Promise<void> => {
      process.kill(serverPid, 'SIGCONT');
      await scorer.close();
    };
    return Promise.resolve({ scorer, stall: () => process.kill(serverPid, 'SIGSTOP'), dispose });
  },
});
