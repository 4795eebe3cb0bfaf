import Foundation

/// First in, first out, between tasks that put and threads that wait to take.
///
/// `@unchecked Sendable`: `condition` protects everything else.
final class BlockingQueue<Element: Sendable>: @unchecked Sendable {
    private let condition = NSCondition()
    private var elements: [Element] = []
    private var head = 0
    private var isClosed = false

    /// Answers whether the element was taken in; a closed queue takes none.
    func put(_ element: Element) -> Bool {
        condition.lock()
        defer { condition.unlock() }
        guard !isClosed else { return false }
        elements.append(element)
        condition.signal()
        return true
    }

    /// Waits for the next element; `nil` once the queue is closed.
    func take() -> Element? {
        condition.lock()
        defer { condition.unlock() }
        while head == elements.count, !isClosed { condition.wait() }
        guard head < elements.count else { return nil }
        let element = elements[head]
        head += 1
        if head == elements.count || head > 1_024 {
            elements.removeFirst(head)
            head = 0
        }
        return element
    }

    /// Lets every waiting thread go, and returns what nobody took.
    func close() -> [Element] {
        condition.lock()
        defer { condition.unlock() }
        isClosed = true
        let left = Array(elements[head...])
        elements = []
        head = 0
        condition.broadcast()
        return left
    }
}
