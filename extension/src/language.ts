/** The id of the language, as `package.json` has it. */
export const LANGUAGE = 'playbook';
