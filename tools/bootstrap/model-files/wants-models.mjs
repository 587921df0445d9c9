/** Whether the configured LLM is the embedded one, whose file must be here. @returns {boolean} */
export function wantsModels() {
  return process.env.LLM !== 'off' && !process.env.LLM_URL;
}
