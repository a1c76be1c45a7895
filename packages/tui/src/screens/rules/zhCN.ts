export const zhCN = {
  title: "规则",
  columns: ["编号", "章节", "规则"] as ReadonlyArray<string>,
  basis: { manual: "用户手册所述", assumed: "手册未写明, 按本系统的理解" },
  filter: "过滤",
  refilter: "过滤 (编号, 章节, 文字)",
  apply: "查找",
  count: (found: number, all: number) => `命中 ${found}/${all}`,
  none: "没有这样的规则",
  where: (place: string) => `落实于 ${place}`,
  outside: (why: string) => `软件之外: ${why}`
}

export type RulesWords = typeof zhCN
