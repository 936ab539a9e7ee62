/** How long a sign-in lasts: 30 minutes without a request, 12 hours in all (GB/T 22239 asks for automatic sign-out). */
export const sessionIdleMs = 30 * 60_000
export const sessionLongestMs = 12 * 3_600_000
