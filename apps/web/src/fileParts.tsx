// What goes in and out as files comes in one piece: each piece of its own would be named on every first view.
export { BringScreen } from './bringing/BringScreen';
export { FileScreen } from './export/FileScreen';
