/**
 * Threads for a model on a machine with so many cores: half of them, at most four. A small model gains little from
 * more, and threads that wait for each other on a busy machine are several times slower than one alone.
 */
export const usefulThreads = (cores: number): number => Math.max(1, Math.min(4, Math.floor(cores / 2)))
