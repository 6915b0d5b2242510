import { useEffect, useState } from 'react'

const timeNow = (): string => {
  const now = new Date()
  return `${String(now.getHours()).padStart(2, '0')}:${String(now.getMinutes()).padStart(2, '0')}`
}

/** The time of this machine; what is stamped on a record comes from the office's own clock. */
export const Clock = () => {
  const [time, setTime] = useState(timeNow)
  useEffect(() => {
    const timer = setInterval(() => setTime(timeNow()), 5_000)
    return () => clearInterval(timer)
  }, [])
  return <time className="clock">{time}</time>
}
