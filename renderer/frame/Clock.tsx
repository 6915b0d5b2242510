import { useEffect, useState } from 'react'

// The office's zone (domain/dates.ts); a machine set to another one still shows the time that papers bear.
const format = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

/** The time at the office. */
export const Clock = () => {
  const [time, setTime] = useState(() => format.format(new Date()))
  useEffect(() => {
    const timer = setInterval(() => setTime(format.format(new Date())), 5_000)
    return () => clearInterval(timer)
  }, [])
  return <time className="clock">{time}</time>
}
