type Told = (...parts: ReadonlyArray<string>) => string

/** Why a store or a vault cannot be asked: adapters say it to staff in English, and here it is in Chinese. Names of files and codes stay. */
const reasons: ReadonlyArray<readonly [reason: RegExp, told: Told]> = [
  // 存储
  [/^vault$/, () => "数据加解密暂不可用"],
  [/^the store was closed$/, () => "存储已关闭"],
  [/^the ledger gave no answer$/, () => "存储没有应答"],
  [/^the store does not keep what is written$/, () => "写入的内容没有保存下来"],
  [/^(?:a |an |)(?:journal entry|account|kept answer) of an unknown form$/, () => "存有本程序不认识的内容"],
  [/^kept answer of an account that is not there$/, () => "保存的应答没有对应的账号"],
  [/^a journal entry does not agree with what is sealed in it$/, () => "日志条目与其密封内容不符"],
  [/^an account's row does not agree with what is sealed in it$/, () => "账号的一行与其密封内容不符"],
  [/^an account's journal is not whole$/, () => "账号的日志不完整"],
  [/^text with unpaired surrogates or NUL cannot be stored$/, () => "含有不能保存的字符"],
  // 文件
  [/^SQLite needs the path of a file$/, () => "SQLite 需要一个文件路径"],
  [/^(.+) does not exist$/, (place) => `${place} 不存在`],
  [/^(.+) is not a file$/, (place) => `${place} 不是文件`],
  [/^(.+) is empty$/, (place) => `${place} 是空的`],
  [/^(.+) is not a database$/, (place) => `${place} 不是数据库`],
  [/^(.+) is held by another process$/, (place) => `${place} 正被另一个进程占用`],
  [/^the disk that holds (.+) is full$/, (place) => `${place} 所在的磁盘已满`],
  [/^(.+) or its folder cannot be written to$/, (place) => `${place} 或其文件夹不能写入`],
  [/^(.+) is damaged or not a database$/, (place) => `${place} 已损坏，或不是数据库`],
  [/^(.+) cannot be opened; check its permissions.*$/, (place) => `${place} 不能打开，请检查它与文件夹的权限`],
  [
    /^(.+) cannot be opened with (.+); it stays at (.+)$/,
    (place, set, got) => `${place} 不能按 ${set} 打开，仍是 ${got}`
  ],
  [/^reading or writing (.+) failed$/, (place) => `读写 ${place} 失败`],
  [/^(.+) or its folder is missing$/, (place) => `${place} 或其文件夹不存在`],
  [/^(.+) was moved or deleted while it was open$/, (place) => `${place} 在使用中被移走或删除`],
  // 数据库
  [/^(.+) is the database of another program$/, (place) => `${place} 是其他程序的数据库`],
  [/^(.+) holds the tables of another program$/, (place) => `${place} 中是其他程序的表`],
  [
    /^(.+) has schema version (\S+); this software knows up to (\S+)$/,
    (place, theirs, ours) => `${place} 的结构版本是 ${theirs}，本程序只认识到 ${ours}`
  ],
  [/^(.+) cannot be migrated: (.+)$/, (place, why) => `${place} 不能升级：${why}`],
  [/^(.+) stores text as (.+), not as UTF8$/, (place, encoding) => `${place} 的字符编码是 ${encoding}，不是 UTF8`],
  [
    /^(.+) does not take a connection's settings; go to the server itself, without a pooler$/,
    (place) => `${place} 不接受连接的设置，请不经连接池直接连接服务器`
  ],
  [/^the address of PostgreSQL is not (.+)$/, (form) => `PostgreSQL 的地址应为 ${form}`],
  [/^(.+) is held up by others$/, (place) => `${place} 正被其他操作占用`],
  [/^(.+) has no connection free$/, (place) => `${place} 没有空闲的连接`],
  [/^(.+) is starting or stopping$/, (place) => `${place} 正在启动或停止`],
  [/^(.+) was stopped$/, (place) => `${place} 已停止`],
  [/^(.+) took too long$/, (place) => `${place} 用时过长`],
  [/^(.+) has no room left$/, (place) => `${place} 空间已满`],
  [/^(.+) only lets itself be read$/, (place) => `${place} 只能读取`],
  [/^(.+) does not let this user in; .*$/, (place) => `${place} 拒绝该用户，请检查用户名与密码`],
  [/^there is no database at (.+)$/, (place) => `${place} 没有该数据库`],
  [/^this user may not do at (.+) what is needed$/, (place) => `该用户在 ${place} 权限不足`],
  [/^(.+) lacks a part of the store$/, (place) => `${place} 缺少存储的一部分`],
  [/^(.+) is damaged$/, (place) => `${place} 已损坏`],
  [/^the host of (.+) is not known$/, (place) => `${place} 的主机名无法解析`],
  [/^no server answers at (.+)$/, (place) => `${place} 没有服务应答`],
  [/^the connection to (.+) was lost$/, (place) => `与 ${place} 的连接中断`],
  [/^the certificate of (.+) is not to be trusted$/, (place) => `${place} 的证书不可信`],
  [/^(.+) does not answer$/, (place) => `${place} 没有应答`],
  [
    /^(.+) offers no TLS; add (.+) to do without$/,
    (place, parameter) => `${place} 不提供 TLS；如不需要请加 ${parameter}`
  ],
  [/^(.+) asks for a password, and none was given$/, (place) => `${place} 需要密码，但没有给出`],
  [/^(.+) failed with an unknown error$/, (place) => `${place} 出现未知错误`],
  [/^(.+) failed with (\S+)$/, (place, code) => `${place} 出错：${code}`],
  // 密钥
  [/^the check value of the store's key is damaged$/, () => "存储密钥的校验值已损坏"],
  [/^the store has lost the check value of its key$/, () => "存储丢失了密钥的校验值"],
  [/^the key is not the one this store was written with$/, () => "密钥不是写入该存储时所用的密钥"],
  [/^the vault's key cannot be had$/, () => "得不到密钥"],
  [
    /^what is to name the key file looks like a key itself, and is not repeated$/,
    () => "应写密钥文件名之处像是写了密钥本身，此处不重复"
  ],
  [
    /^the key file (.+) is wrapped by (.+), not by (.+)$/,
    (file, wrapped, asked) => `密钥文件 ${file} 由 ${wrapped} 包裹，不是 ${asked}`
  ],
  [/^the key file (.+) is missing$/, (file) => `密钥文件 ${file} 不存在`],
  [
    /^the key file (.+) is open to other users: .*$/,
    (file) => `密钥文件 ${file} 可被其他用户读取：请 chmod 600，或更换密钥`
  ],
  [/^the key file (.+) cannot be made: (\S+)$/, (file, code) => `不能建立密钥文件 ${file}：${code}`],
  [/^the key file (.+) holds no key that a KMS wraps$/, (file) => `密钥文件 ${file} 中不是由 KMS 包裹的密钥`],
  [/^(.+) holds a key that a KMS wraps: .*$/, (where) => `${where} 中是由 KMS 包裹的密钥：请指定 KMS，或换一个密钥`],
  [
    /^(.+) does not hold a key of (\S+) bytes in hexadecimal or base64$/,
    (where, bytes) => `${where} 中没有 ${bytes} 字节的密钥（十六进制或 base64）`
  ],
  [/^(.+) holds a key of one repeated byte$/, (where) => `${where} 中的密钥只是同一字节的重复`],
  [
    /^(.+) is for the profile (\S+), and the new store is to begin with (\S+)$/,
    (where, theirs, wanted) => `${where} 属于 ${theirs} 算法，而新存储要用 ${wanted}`
  ],
  [/^SINGLE_WINDOW_CRYPTO is (.+)$/, (names) => `SINGLE_WINDOW_CRYPTO 只能是 ${names.replace(" or ", " 或 ")}`],
  [
    /^SINGLE_WINDOW_KEY and SINGLE_WINDOW_KMS_KEY cannot both be given.*$/,
    () => "新存储不能同时给出 SINGLE_WINDOW_KEY 与 SINGLE_WINDOW_KMS_KEY"
  ],
  [/^(.+) does not open$/, (what) => `${what} 不能打开`],
  [/^a data key$/, () => "数据密钥"],
  [/^a sealed text$/, () => "密封的内容"],
  [/^the KMS answered with another key$/, () => "KMS 返回了另一个密钥"],
  [/^kms transit: (.+)$/, (why) => `KMS 无法使用：${why}`],
  [/^the secret's file (.+) is open to other users: .*$/, (file) => `密钥文件 ${file} 可被其他用户读取：请 chmod 600`],
  [/^the secret's file (.+) holds nothing$/, (file) => `密钥文件 ${file} 是空的`],
  [/^(?:the secret's file|the file) (.+) cannot be read: (\S+)$/, (file, code) => `文件 ${file} 不能读取：${code}`],
  [/^the file (.+) is too large$/, (file) => `文件 ${file} 过大`],
  [/^the turn for (.+) went to another process$/, (name) => `“${name}”这项工作已由另一个进程接手`],
  [/^(.+) cannot be read$/, (names) => `${names} 不能读取`],
  [/^the key file (.+): (\S+)$/, (file, code) => `密钥文件 ${file}：${code}`]
]

/** A reason in Chinese; one that is not known stays as it is. */
export const reasonInChinese = (reason: string): string => {
  for (const [pattern, told] of reasons) {
    const found = pattern.exec(reason)
    if (found !== null)
      return told(...found.slice(1).map((part) => (part.includes(" ") ? reasonInChinese(part) : part)))
  }
  return reason
}
