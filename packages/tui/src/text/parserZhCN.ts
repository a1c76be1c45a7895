/** What the parser of the command line says by itself in its help, in Chinese. */
const says: ReadonlyArray<readonly [english: RegExp, chinese: string]> = [
  [/\bUSAGE\b/g, "用法"],
  [/\bDESCRIPTION\b/g, "说明"],
  [/\bARGUMENTS\b/g, "参数"],
  [/\bOPTIONS\b/g, "选项"],
  [/\bCOMMANDS\b/g, "子命令"],
  [/A user-defined piece of text\./g, "一段文字。"],
  [/A true or false value\./g, "写出即为是。"],
  [/An integer\./g, "一个整数。"],
  [/One of the following: /g, "其中之一："],
  [/This setting is optional\./g, "可不填。"],
  [/This option may be repeated zero or more times\./g, "可以不写，也可以写多次。"],
  [/This argument may be repeated zero or more times\./g, "可以不写，也可以写多个。"],
  [/This (?:argument|option) m(?:ay|ust) be repeated at least 1 times?\./g, "至少写一个，可以写多个。"],
  [/Generate a completion script for a specific shell\./g, "为某种 shell 生成补全脚本。"],
  [/Sets the minimum log level for a command\./g, "日志的最低级别。"],
  [/Show the help documentation for a command\./g, "显示帮助。"],
  [/Start wizard mode for a command\./g, "逐项询问。"],
  [/Show the version of the application\./g, "显示版本。"]
]

export const parserInChinese = (help: string): string =>
  says.reduce((text, [english, chinese]) => text.replace(english, chinese), help)
