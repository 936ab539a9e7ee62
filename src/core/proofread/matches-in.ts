export { matchesIn } from '../notice/matches-in.ts'
