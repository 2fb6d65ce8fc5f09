// `sig serve <model>` answers with the model in place of this file.
export const served = undefined;
