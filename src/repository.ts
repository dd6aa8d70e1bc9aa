/** Where this action lives, for links and for the step to paste; a fork changes this one line. */
export const REPOSITORY = 'numpy-abi-matrix/numpy-abi-matrix';
