import pg from 'pg'

/** True when a statement failed because the row is there already, by this unique constraint or index. */
export const isDuplicate = (error: unknown, constraint: string): boolean =>
  error instanceof pg.DatabaseError && error.code === '23505' && error.constraint === constraint
