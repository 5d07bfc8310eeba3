export type Setting = string;
