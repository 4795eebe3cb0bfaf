/// The results of some work on items, in their order: while one result is used, the next is made on another thread. Never
/// more than that one, so that what is held does not grow with the items.
public struct OneAhead<Item: Sendable, Made: Sendable>: AsyncSequence, AsyncIteratorProtocol, Sendable {
    private var items: ArraySlice<Item>
    private let make: @Sendable (Item) throws -> Made
    private var begun: Task<Made, any Error>?

    public init(_ items: [Item], _ make: @escaping @Sendable (Item) throws -> Made) {
        self.items = items[...]
        self.make = make
    }

    public func makeAsyncIterator() -> OneAhead { self }

    public mutating func next() async throws -> Made? {
        guard let task = begun ?? begin() else { return nil }
        let made = try await task.value
        begun = begin()
        return made
    }

    private mutating func begin() -> Task<Made, any Error>? {
        items.popFirst().map { item in Task { [make] in try make(item) } }
    }
}
