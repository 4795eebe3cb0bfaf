extension SQLWriting {
    /// The same statement once for each item, a slice of them at a time: what is bound for a hundred thousand rows
    /// would otherwise lie in memory at once, and the processor's caches hold a slice.
    func execute<Item>(
        _ sql: String, for items: some Collection<Item>, _ values: (Item) throws -> [SQLValue]
    ) throws {
        var rest = items[...]
        while !rest.isEmpty {
            let slice = rest.prefix(256)
            try execute(sql, each: slice.map(values))
            rest = rest.dropFirst(slice.count)
        }
    }
}
