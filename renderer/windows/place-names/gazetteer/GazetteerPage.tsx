export { default } from '../shared/FramePage.tsx'
