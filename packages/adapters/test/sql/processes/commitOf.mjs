/** A commit that begins a stream, as plain as can be. */
export const commitOf = (stream, { claim = [], state = "state" } = {}) => ({
  appends: [
    {
      head: {
        stream,
        version: 1,
        hash: "hash",
        dataKey: "key",
        state,
        username: stream,
        usernameKey: stream,
        scope: "",
        document: "",
        role: "personal",
        origin: "migrated",
        source: "ciq",
        level: "none",
        certification: "uncertified",
        deleted: false,
        createdAt: 1,
        updatedAt: 1
      },
      expected: 0,
      events: [
        { stream, version: 1, tag: "Happened", at: 1, actor: "test", body: "body", previous: "genesis", hash: "hash" }
      ],
      claim,
      release: []
    }
  ]
})
