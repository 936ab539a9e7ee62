/** Ways out of the house, by configuration: all off by default. */
import type { Channels } from '../../usecases/ports/deadlines.ts'
import { smtpMail } from './mail.ts'
import { isRobotAddress, postToRobot } from './robots.ts'

export const channels = ({
  smtp,
  publicUrl,
  robotRelay,
}: {
  smtp: { url: string; from: string } | null
  publicUrl: string | null
  /** Origin of a relay inside the network that passes posts on to the chat services. */
  robotRelay: string | null
}): Channels => ({
  mail: smtp === null ? null : smtpMail(smtp.url, smtp.from),
  isRobotAddress: (kind, address) => isRobotAddress(kind, address, robotRelay),
  post: postToRobot,
  publicUrl,
})
